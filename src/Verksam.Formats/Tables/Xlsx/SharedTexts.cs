using System.Text;
using System.Xml;
using Verksam.Formats.Xml;

namespace Verksam.Formats.Tables.Xlsx;

/// <summary>
/// The texts that cells point at by number (ECMA-376 part 1, 18.4.8), in UTF-8 and in blocks: a million strings would weigh
/// five times as much.
/// </summary>
internal sealed class SharedTexts
{
    private const int BlockBits = 18;
    private const int BlockSize = 1 << BlockBits;

    private readonly List<byte[]> _blocks = [];
    private readonly List<int[]> _starts = [];
    private int _count;
    private long _bytes;
    private int _free = BlockSize;

    private SharedTexts() { }

    public static SharedTexts None { get; } = new();

    public static SharedTexts Read(Stream part, TableLimits limits)
    {
        var texts = new SharedTexts();
        var text = new StringBuilder();
        using var xml = new GuardedXml(part, limits.Package, keepWhiteSpace: true);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Name is not "si") continue;
            text.Clear();
            CellText.Read(xml, text, limits.CellCharacters);
            texts.Add(text, limits);
        }
        return texts;
    }

    /// <summary>The text of a number; null when there is none of that number.</summary>
    public string? this[int number]
    {
        get
        {
            if (number < 0 || number >= _count) return null;
            var start = _starts[number / BlockSize][number % BlockSize];
            var block = _blocks[start >> BlockBits].AsSpan(start & (BlockSize - 1));
            return Encoding.UTF8.GetString(block.Slice(sizeof(int), BitConverter.ToInt32(block)));
        }
    }

    private void Add(StringBuilder text, TableLimits limits)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        _bytes += bytes.Length + sizeof(int);
        if (_count >= limits.SharedTexts || _bytes > limits.SharedBytes) throw new UnreadableDocument(UnreadableDocument.TooMuchText);
        if (_free + bytes.Length + sizeof(int) > BlockSize)
        {
            _blocks.Add(new byte[BlockSize]);
            _free = 0;
        }
        if (_count % BlockSize == 0) _starts.Add(new int[BlockSize]);
        _starts[^1][_count++ % BlockSize] = ((_blocks.Count - 1) << BlockBits) | _free;
        BitConverter.TryWriteBytes(_blocks[^1].AsSpan(_free), bytes.Length);
        bytes.CopyTo(_blocks[^1], _free + sizeof(int));
        _free += bytes.Length + sizeof(int);
    }
}
