using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;

namespace Verksam.Formats.Xml;

/// <summary>
/// Reads XML (W3C, 1.0) of a stranger forwards only: no DTD, no entities, nothing fetched, bounded in depth and in memory.
/// </summary>
internal sealed class GuardedXml : IDisposable
{
    private readonly XmlReader _reader;
    private readonly int _deepest;
    private readonly char[] _chunk = new char[4096];

    [SuppressMessage("Reliability", "CA2000", Justification = "Closed with the XML reader (CloseInput)")]
    public GuardedXml(Stream part, ReadingLimits limits, bool keepWhiteSpace = false)
    {
        _deepest = limits.XmlDepth;
        _reader = XmlReader.Create(new TokenGuard(new StreamReader(part, Encoding.UTF8)), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new CountedNames(),
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = !keepWhiteSpace,
            CloseInput = true,
        });
    }

    public XmlNodeType NodeType => _reader.NodeType;
    public string Name => _reader.LocalName;
    public string Namespace => _reader.NamespaceURI;
    public int Depth => _reader.Depth;
    public bool IsEmpty => _reader.IsEmptyElement;

    public bool Read()
    {
        if (!_reader.Read()) return false;
        if (_reader.Depth > _deepest) throw new UnreadableDocument(UnreadableDocument.Damaged);
        return true;
    }

    /// <summary>Steps through the elements inside the one the reader stands on, at any depth, to its end.</summary>
    public IEnumerable<string> ElementsWithin()
    {
        if (_reader.IsEmptyElement) yield break;
        var depth = _reader.Depth;
        while (Read() && _reader.Depth > depth)
        {
            if (_reader.NodeType == XmlNodeType.Element) yield return _reader.LocalName;
        }
    }

    /// <summary>Leaves out the rest of the element the reader stands on. The XML reader's own Skip would not mind the depth.</summary>
    public void Skip()
    {
        if (_reader.NodeType != XmlNodeType.Element || _reader.IsEmptyElement) return;
        var depth = _reader.Depth;
        while (Read() && _reader.Depth > depth) { }
    }

    /// <summary>An attribute of the same namespace as its element, or of none.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name, _reader.NamespaceURI) ?? _reader.GetAttribute(name);

    /// <summary>An attribute of another namespace than its element.</summary>
    public string? Attribute(string name, string space) => _reader.GetAttribute(name, space);

    /// <summary>The text of a node, a piece at a time.</summary>
    public IEnumerable<ReadOnlyMemory<char>> TextPieces()
    {
        int read;
        while ((read = _reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0) yield return _chunk.AsMemory(0, read);
    }

    /// <summary>Puts the text of a node at the end of what is gathered, which may become this many characters.</summary>
    public void AppendText(StringBuilder gathered, int most, string refusal)
    {
        int read;
        while ((read = _reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
        {
            if (gathered.Length + read > most) throw new UnreadableDocument(refusal);
            gathered.Append(_chunk, 0, read);
        }
    }

    public void Dispose() => _reader.Dispose();
}
