using System.Text;

namespace Verksam.Formats.Kinds;

/// <summary>
/// The wrapping of Office before 2007 ([MS-CFB]), and of newer documents that are locked with a password ([MS-OFFCRYPTO] 2.3): which of
/// them it is, the names in its directory say.
/// </summary>
internal static class CompoundFile
{
    private static readonly (byte[] Name, string Code)[] Contents =
    [
        (Name("EncryptedPackage"), UnreadableDocument.Encrypted),
        (Name("WordDocument"), UnreadableDocument.OldWord),
        (Name("Workbook"), UnreadableDocument.Spreadsheet),
        (Name("PowerPoint Document"), UnreadableDocument.Presentation),
    ];

    public static UnreadableDocument Refusal(InputBuffer file)
    {
        var bytes = file.ToArray();
        return new UnreadableDocument(Array.Find(Contents, c => bytes.AsSpan().IndexOf(c.Name) >= 0).Code ?? UnreadableDocument.UnknownKind);
    }

    private static byte[] Name(string name) => Encoding.Unicode.GetBytes(name);
}
