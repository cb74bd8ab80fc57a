using System.Globalization;
using System.Xml;
using Verksam.Formats.Xml;

namespace Verksam.Formats.Docx;

/// <summary>Walks once through a document part and tells its paragraphs apart.</summary>
internal sealed class DocxBody(GuardedXml xml, DocxStyles styles, ReadingLimits limits)
{
    private readonly Stack<List<DocumentParagraph>> _sinks = new([[]]);
    private readonly Stack<ParagraphBeingRead> _paragraphs = new();
    private readonly Stack<RowBeingRead> _rows = new();
    private readonly Stack<bool> _choiceTaken = new();
    private ParagraphBeingRead? _unfinished;
    private bool _passOverContent;
    private bool _inText;
    private int _paragraphCount;
    private int _cellCount;
    private int _characters;

    public List<DocumentParagraph> Read()
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element) StartElement();
            else if (xml.NodeType == XmlNodeType.EndElement) EndElement();
            else if (_inText) AppendText();
        }
        if (_unfinished?.Finish() is { } last) Sink.Add(last);
        return Sink;
    }

    private void StartElement()
    {
        if (xml.Namespace is OoxmlNames.Compatibility) StartAlternative();
        else if (OoxmlNames.IsWord(xml.Namespace))
        {
            var (name, empty) = (xml.Name, xml.IsEmpty);
            StartWord(name);
            if (empty) EndWord(name);
        }
    }

    private void EndElement()
    {
        if (OoxmlNames.IsWord(xml.Namespace)) EndWord(xml.Name);
        else if (xml.Namespace is OoxmlNames.Compatibility && xml.Name is "AlternateContent") _choiceTaken.TryPop(out _);
    }

    // A drawing is there twice, for newer and older programs: the first choice is the one that is read
    private void StartAlternative()
    {
        if (xml.Name is "AlternateContent" && !xml.IsEmpty) _choiceTaken.Push(false);
        if (xml.Name is "Choice" && _choiceTaken.TryPop(out var taken))
        {
            _choiceTaken.Push(true);
            if (taken) xml.Skip();
        }
        if (xml.Name is "Fallback") xml.Skip();
    }

    private void StartWord(string name)
    {
        switch (name)
        {
            case "p": StartParagraph(); break;
            case "pPr": Paragraph?.Is(PropertiesRead.Of(xml)); break;
            case "r": Paragraph?.StartRun(); break;
            case "rPr": Paragraph?.RunIs(PropertiesRead.Of(xml)); break;
            case "t": _inText = true; break;
            case "tab" or "ptab": Append("\t"); break;
            case "br" or "cr": Append("\n"); break;
            case "noBreakHyphen": Append("\u2011"); break;
            case "sym": Append(Symbol()); break;
            case "tr": _rows.Push(new RowBeingRead()); break;
            case "trPr": StartRowProperties(); break;
            case "tc": Count(ref _cellCount); _sinks.Push([]); break;
            case "txbxContent": _sinks.Push([]); break;
            case "sdtPr": StartContentControl(); break;
            case "sdtContent" when _passOverContent: _passOverContent = false; xml.Skip(); break;
            case "del" or "moveFrom" or "instrText" or "delText" or "rt" or "sectPr" or "tblPr": xml.Skip(); break;
        }
    }

    private void EndWord(string name)
    {
        switch (name)
        {
            case "p": EndParagraph(); break;
            case "t": _inText = false; break;
            case "tc": EndCell(); break;
            case "tr" when _rows.TryPop(out var row): Sink.AddRange(row.Finish()); break;
            case "txbxContent": EndTextBox(); break;
        }
    }

    private void StartParagraph()
    {
        Count(ref _paragraphCount);
        var paragraph = new ParagraphBeingRead(styles);
        if (_unfinished is { } earlier) paragraph.Continue(earlier);
        _unfinished = null;
        _paragraphs.Push(paragraph);
    }

    private void Count(ref int count)
    {
        if (++count > limits.Paragraphs) throw new UnreadableDocument(UnreadableDocument.TooManyParagraphs);
    }

    private void EndParagraph()
    {
        if (!_paragraphs.TryPop(out var paragraph)) return;
        if (paragraph.RunsIntoNext) _unfinished = paragraph;
        else if (paragraph.Finish() is { } finished) Sink.Add(finished);
        Sink.AddRange(paragraph.After);
    }

    private void EndCell()
    {
        var cell = _sinks.Pop();
        if (_rows.TryPeek(out var row)) row.Add(cell);
        else Sink.AddRange(cell);
    }

    private void EndTextBox()
    {
        var box = _sinks.Pop();
        (Paragraph?.After ?? Sink).AddRange(box);
    }

    private void StartRowProperties()
    {
        var deleted = PropertiesRead.Of(xml).Deleted;
        if (deleted && _rows.TryPeek(out var row)) row.Deleted = true;
    }

    // A table of contents says nothing of its own, and "Click here to write" was never written
    private void StartContentControl()
    {
        foreach (var element in xml.ElementsWithin())
        {
            _passOverContent |= element is "docPartGallery" && xml.Attribute("val") is "Table of Contents";
            _passOverContent |= element is "showingPlcHdr" && OoxmlNames.IsOn(xml.Attribute("val"));
        }
    }

    private void AppendText()
    {
        foreach (var piece in xml.TextPieces()) Append(piece.Span);
    }

    private void Append(ReadOnlySpan<char> text)
    {
        _characters += text.Length;
        if (_characters > limits.Characters) throw new UnreadableDocument(UnreadableDocument.TooMuchText);
        Paragraph?.Append(text);
    }

    private string Symbol() =>
        ushort.TryParse(xml.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            && !char.IsSurrogate((char)code)
            ? ((char)code).ToString()
            : "";

    private ParagraphBeingRead? Paragraph => _paragraphs.TryPeek(out var paragraph) ? paragraph : null;

    private List<DocumentParagraph> Sink => _sinks.Peek();
}
