using System.Globalization;
using System.Xml;
using Verksam.Formats.Xml;

namespace Verksam.Formats.Odt;

/// <summary>Walks once through content.xml and tells its paragraphs apart.</summary>
internal sealed class OdtBody(GuardedXml xml, OdtStyles styles, ReadingLimits limits)
{
    private const int MostSpaces = 100;

    private readonly Stack<List<DocumentParagraph>> _sinks = new([[]]);
    private readonly Stack<OdtParagraph> _paragraphs = new();
    private readonly Stack<RowBeingRead> _rows = new();
    private int _listDepth;
    private bool _startsItem;
    private bool _isText;
    private int _paragraphCount;
    private int _cellCount;
    private int _characters;

    public List<DocumentParagraph> Read()
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element) StartElement();
            else if (xml.NodeType == XmlNodeType.EndElement) EndElement(xml.Namespace, xml.Name);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                AppendText();
        }
        return _isText ? Sink : throw new UnreadableDocument(UnreadableDocument.NotAnOdt);
    }

    private void StartElement()
    {
        var (space, name, empty) = (xml.Namespace, xml.Name, xml.IsEmpty);
        switch (space)
        {
            case OdfNames.Text: StartText(name); break;
            case OdfNames.Table: StartTable(name); break;
            case OdfNames.Style when name is "style": styles.Add(xml); return;
            case OdfNames.Office when name is "text": _isText = true; break;
            // A comment in the margin, a form
            case OdfNames.Office when name is "annotation" or "forms": xml.Skip(); return;
            // What a picture shows, for those who do not see it
            case OdfNames.Picture when name is "title" or "desc": xml.Skip(); return;
            case OdfNames.Draw: _sinks.Push([]); break;
        }
        if (empty) EndElement(space, name);
    }

    private void EndElement(string space, string name)
    {
        switch (space)
        {
            case OdfNames.Text: EndText(name); break;
            case OdfNames.Table when name is "table-cell" or "covered-table-cell": EndCell(); break;
            case OdfNames.Table when name is "table-row" && _rows.TryPop(out var row): Sink.AddRange(row.Finish()); break;
            case OdfNames.Draw: EndFrame(); break;
        }
    }

    private void StartText(string name)
    {
        switch (name)
        {
            case "p" or "h": StartParagraph(name is "h"); break;
            case "span": Paragraph?.StartSpan(styles.Resolve("text", xml.Attribute("style-name"))); break;
            case "list": _listDepth++; break;
            case "list-item": _startsItem = true; break;
            case "s": AppendSpaces(); break;
            case "tab": Append('\t'); break;
            case "line-break": Append('\n'); break;
            case "section" or "hidden-text" or "hidden-paragraph" when IsHidden(): xml.Skip(); break;
            case "tracked-changes" or "note" or "ruby-text" or "placeholder" or "table-of-content" or "illustration-index" or "table-index"
                or "object-index" or "user-index" or "alphabetical-index" or "bibliography":
                xml.Skip(); break;
        }
    }

    private bool IsHidden() => xml.Attribute("display") is "none" || xml.Attribute("is-hidden") is "true";

    private void EndText(string name)
    {
        switch (name)
        {
            case "p" or "h": EndParagraph(); break;
            case "span": Paragraph?.EndSpan(); break;
            case "list": _listDepth--; break;
            case "list-item": _startsItem = false; break;
        }
    }

    private void StartParagraph(bool isHeading)
    {
        Count(ref _paragraphCount);
        int? heading = isHeading ? Math.Clamp(Number("outline-level") ?? 1, 1, 9) : null;
        // Only the first paragraph of an item has its mark
        int? list = _startsItem ? Math.Clamp(_listDepth, 1, 9) : null;
        _startsItem = false;
        _paragraphs.Push(new OdtParagraph(styles.Resolve("paragraph", xml.Attribute("style-name")), heading, list));
    }

    private void EndParagraph()
    {
        if (!_paragraphs.TryPop(out var paragraph)) return;
        if (paragraph.Finish() is { } finished) Sink.Add(finished);
        Sink.AddRange(paragraph.After);
    }

    private void StartTable(string name)
    {
        if (name is "table-row") _rows.Push(new RowBeingRead());
        if (name is not ("table-cell" or "covered-table-cell")) return;
        Count(ref _cellCount);
        _sinks.Push([]);
    }

    private void EndCell()
    {
        var cell = _sinks.Pop();
        if (_rows.TryPeek(out var row)) row.Add(cell);
        else Sink.AddRange(cell);
    }

    private void EndFrame()
    {
        var frame = _sinks.Pop();
        (Paragraph?.After ?? Sink).AddRange(frame);
    }

    private void Count(ref int count)
    {
        if (++count > limits.Paragraphs) throw new UnreadableDocument(UnreadableDocument.TooManyParagraphs);
    }

    private void AppendText()
    {
        foreach (var piece in xml.TextPieces())
        {
            CountCharacters(piece.Length);
            Paragraph?.AppendCollapsed(piece.Span);
        }
    }

    private void AppendSpaces() => Append(' ', Math.Clamp(Number("c") ?? 1, 0, MostSpaces));

    private void Append(char space, int times = 1)
    {
        CountCharacters(times);
        Paragraph?.Append(space, times);
    }

    private void CountCharacters(int more)
    {
        _characters += more;
        if (_characters > limits.Characters) throw new UnreadableDocument(UnreadableDocument.TooMuchText);
    }

    private int? Number(string attribute) =>
        int.TryParse(xml.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private OdtParagraph? Paragraph => _paragraphs.TryPeek(out var paragraph) ? paragraph : null;

    private List<DocumentParagraph> Sink => _sinks.Peek();
}
