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

    /// <summary>Some other kind of file.</summary>
    public const string NotADocx = "not-a-docx";

    /// <summary>A file that is not text.</summary>
    public const string NotText = "not-text";

    /// <summary>Locked with a password, or a .doc of the old kind (both come in the same wrapping).</summary>
    public const string Encrypted = "encrypted";

    /// <summary>Cut off, broken, or made to harm.</summary>
    public const string Damaged = "damaged";

    /// <summary>Refuses a file.</summary>
    public UnreadableDocument(string code, Exception? cause = null) : base(code, cause) => Code = code;

    /// <summary>One of the constants of this type.</summary>
    public string Code { get; }
}
