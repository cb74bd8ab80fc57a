using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;

namespace Verksam.Tests.Formats.Fuzz;

/// <summary>Breaks a file in ways that files break, and in ways that they are made to: the same each time for the same seed.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Noise that is the same each time")]
internal sealed class Mutations(int seed)
{
    private static readonly string[] _pieces =
    [
        "\n", "\r", "\0", "\f", "\t", "- ", "• ", "1.1.1.1 ", "# ", "| ", "```", "> ", "**", "Vi ska ", "The board shall ", "Styret skal ", "innen 1. mai", "31 februari",
        "\uFEFF", "\u200B", "\u202E", "a\u0301\u0301\u0301", "😀", "\u0085", "99999999999999999999", "%", "<", ">", "&amp;", "&#x0;", "&#xD800;", "<![CDATA[", "]]>", "<!--",
        "</w:p>", "<w:p>", "<w:tbl>", "<text:list>", "<table>", "<div>", "<script>", "xmlns:w=\"x\"", "<!DOCTYPE x [", "endobj", "stream", ":", "...", "1–", "\u2028", "Ａ",
    ];

    private readonly Random _random = new(seed);

    public byte[] Of(byte[] whole)
    {
        var file = whole;
        for (var times = _random.Next(1, 4); times > 0; times--) file = IsPackage(file) && _random.Next(4) > 0 ? InPackage(file) : Once(file);
        return file;
    }

    private byte[] Once(byte[] file) => file.Length == 0 ? file : _random.Next(9) switch
    {
        0 => Flipped(file),
        1 => file[.._random.Next(file.Length)],
        2 => Spliced(file, []),
        3 => Spliced(file, file[Some(file)]),
        4 => Spliced(file, Encoding.UTF8.GetBytes(Piece())),
        5 => Spliced(file, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Piece(), _random.Next(2, 3000))))),
        6 => Recoded(file),
        7 => [.. file, .. file[Some(file)]],
        _ => Spliced(file, Noise()),
    };

    private byte[] Flipped(byte[] file)
    {
        var broken = (byte[])file.Clone();
        for (var hit = _random.Next(1, 12); hit > 0; hit--) broken[_random.Next(broken.Length)] = (byte)_random.Next(256);
        return broken;
    }

    private byte[] Spliced(byte[] file, byte[] put)
    {
        var at = Some(file);
        return [.. file[..at.Start.Value], .. put, .. file[(put.Length == 0 ? at.End : at.Start)..]];
    }

    private Range Some(byte[] file)
    {
        var start = _random.Next(file.Length);
        return start..Math.Min(file.Length, start + _random.Next(1, 400));
    }

    private byte[] Recoded(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        Encoding[] codes = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];
        var code = codes[_random.Next(codes.Length)];
        return _random.Next(2) == 0 ? code.GetBytes(text) : [.. code.GetPreamble(), .. code.GetBytes(text)];
    }

    private byte[] Noise()
    {
        var text = new StringBuilder();
        for (var n = _random.Next(1, 200); n > 0; n--) text.Append((char)_random.Next(1, 0x10000));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private string Piece() => _pieces[_random.Next(_pieces.Length)];

    private static bool IsPackage(byte[] file) => file.Length > 3 && file[0] == 'P' && file[1] == 'K';

    // parts cut away, put twice, or broken inside, so that the package itself is whole
    private byte[] InPackage(byte[] file)
    {
        try
        {
            using var from = new ZipArchive(new MemoryStream(file));
            var made = new MemoryStream();
            using (var to = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
                foreach (var entry in from.Entries) Put(to, entry);
            return made.ToArray();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Once(file);
        }
    }

    private void Put(ZipArchive to, ZipArchiveEntry entry)
    {
        if (_random.Next(40) == 0) return;
        using var from = entry.Open();
        using var copy = new MemoryStream();
        from.CopyTo(copy);
        var content = copy.ToArray();
        if (entry.Length > 0 && _random.Next(entry.FullName is "word/document.xml" or "content.xml" or "xl/worksheets/sheet1.xml" ? 2 : 12) == 0) content = Once(content);
        for (var times = _random.Next(40) == 0 ? 2 : 1; times > 0; times--)
        {
            using var into = to.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
            into.Write(content);
        }
    }
}
