using System.Diagnostics.CodeAnalysis;

namespace Verksam.Formats;

/// <summary>A file that is not read, with a stable code; the program has the words for people.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Said as people say it")]
[SuppressMessage("Naming", "MA0058", Justification = "Said as people say it")]
[SuppressMessage("Design", "CA1032", Justification = "Without a code it says nothing")]
[SuppressMessage("Design", "RCS1194", Justification = "Without a code it says nothing")]
public sealed class UnreadableDocument : Exception
{
    /// <summary>The file is larger than we take.</summary>
    public const string TooBig = "too-big";

    /// <summary>The file is small but holds more than we unpack.</summary>
    public const string UnpacksTooBig = "unpacks-too-big";

    /// <summary>More paragraphs than we take.</summary>
    public const string TooManyParagraphs = "too-many-paragraphs";

    /// <summary>More text than we take, in all or in one piece.</summary>
    public const string TooMuchText = "too-much-text";

    /// <summary>Some other kind of file than was said.</summary>
    public const string NotADocx = "not-a-docx";

    /// <summary>Some other kind of file than was said.</summary>
    public const string NotAnOdt = "not-an-odt";

    /// <summary>A file that is not text.</summary>
    public const string NotText = "not-text";

    /// <summary>Locked with a password.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>Cut off, broken, or made to harm.</summary>
    public const string Damaged = "damaged";

    /// <summary>A PDF of pictures, or whose letters do not say which letters they are.</summary>
    public const string NoText = "no-text";

    /// <summary>It took more time to read than we give it.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>The program that reads PDF is not on this machine.</summary>
    public const string NoPdfProgram = "no-pdf-program";

    /// <summary>Word's format from before 2007.</summary>
    public const string OldWord = "old-word";

    /// <summary>Rich Text Format.</summary>
    public const string RichText = "rich-text";

    /// <summary>Apple's Pages.</summary>
    public const string Pages = "pages";

    /// <summary>Excel, Calc.</summary>
    public const string Spreadsheet = "spreadsheet";

    /// <summary>PowerPoint, Impress.</summary>
    public const string Presentation = "presentation";

    /// <summary>A photograph or a scan.</summary>
    public const string Picture = "picture";

    /// <summary>A web page saved with its pictures in one file.</summary>
    public const string WebArchive = "web-archive";

    /// <summary>A kind of file that we do not know, or know not to be a document.</summary>
    public const string UnknownKind = "unknown-kind";

    /// <summary>Refuses a file.</summary>
    public UnreadableDocument(string code, Exception? cause = null) : base(code, cause) => Code = code;

    /// <summary>One of the constants of this type.</summary>
    public string Code { get; }
}
