using System.Text;

namespace Verksam.Formats.Tables.Delimited;

/// <summary>
/// Finds out how a text file's letters are kept, from all of it: a mark decides (Unicode 3.10), then UTF-8 when every byte is right so,
/// then Windows-1252. A file where some lines are the one and some the other, put together by a program that did not ask, is refused:
/// either reading would turn somebody's å into something else.
/// </summary>
internal static class TextEncodings
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>How the letters are kept.</summary>
    /// <exception cref="UnreadableDocument">not-text or mixed-encoding.</exception>
    public static TextEncoding Find(InputBuffer file, TextEncoding? said)
    {
        var bytes = ByteCount.Of(file);
        var encoding = said ?? bytes.Mark ?? Unmarked(bytes);
        if (encoding is TextEncoding.Utf16 or TextEncoding.Utf16BigEndian) ReadThrough(file, encoding);
        else if (bytes.Zeros > 0 || bytes.HasManyControls) throw new UnreadableDocument(UnreadableDocument.NotText);
        var isWrong = encoding switch
        {
            TextEncoding.Utf8 => bytes.Wrong > 0,
            TextEncoding.Windows1252 => bytes.Unassigned > 0 && (said is not null || bytes.Wrong > 0),
            _ => false,
        };
        return isWrong ? throw new UnreadableDocument(UnreadableTable.MixedEncoding) : encoding;
    }

    /// <summary>The file as text, from its first letter.</summary>
    public static StreamReader Reader(InputBuffer file, TextEncoding encoding)
    {
        file.Position = 0;
        var reader = new StreamReader(file, Strict(encoding), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        if (reader.Peek() == '\uFEFF') _ = reader.Read();
        return reader;
    }

    private static TextEncoding Unmarked(ByteCount bytes)
    {
        // Every other byte of Latin letters in UTF-16 is zero
        if (bytes.Zeros > bytes.Length / 5) return bytes.OddZeros > bytes.Zeros / 2 ? TextEncoding.Utf16 : TextEncoding.Utf16BigEndian;
        if (bytes.Wrong == 0) return TextEncoding.Utf8;
        // "Ã¥" is an å in UTF-8; in Windows-1252 hardly anybody writes those two letters
        return bytes.Letters > 0 ? throw new UnreadableDocument(UnreadableTable.MixedEncoding) : TextEncoding.Windows1252;
    }

    private static Encoding Strict(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        TextEncoding.Utf16 => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        TextEncoding.Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        _ => Western,
    };

    private static void ReadThrough(InputBuffer file, TextEncoding encoding)
    {
        try
        {
            using var text = Reader(file, encoding);
            var piece = new char[16_384];
            int read;
            while ((read = text.Read(piece, 0, piece.Length)) > 0)
            {
                if (piece.AsSpan(0, read).Contains('\0')) throw new UnreadableDocument(UnreadableDocument.NotText);
            }
        }
        catch (DecoderFallbackException e)
        {
            throw new UnreadableDocument(UnreadableTable.MixedEncoding, e);
        }
    }
}
