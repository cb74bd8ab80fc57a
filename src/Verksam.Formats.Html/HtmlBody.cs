using AngleSharp.Dom;

namespace Verksam.Formats.Html;

/// <summary>Walks once through a part of a page and tells its paragraphs apart.</summary>
internal sealed class HtmlBody(ReadingLimits limits)
{
    private readonly Stack<List<DocumentParagraph>> _sinks = new([[]]);
    private readonly Stack<RowBeingRead> _rows = new();
    private readonly HtmlParagraph _paragraph = new();
    private int? _heading;
    private int _listDepth;
    private bool _startsItem;
    private int _boldDepth;
    private int _preformattedDepth;
    private int _paragraphCount;
    private int _characters;

    public List<DocumentParagraph> Read(INode part)
    {
        Walk(part);
        EndParagraph();
        return _sinks.Peek();
    }

    // The parser has bounded the depth
    private void Walk(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) Append(text.Data);
            else if (child is IElement { LocalName: "br" }) _paragraph.Break();
            else if (child is IElement element && !HtmlRules.IsLeftOut(element)) Element(element);
        }
    }

    private void Element(IElement element)
    {
        var isBlock = HtmlRules.IsBlock(element);
        if (isBlock) EndParagraph();
        var outer = _heading;
        _heading = HtmlRules.Heading(element) ?? _heading;
        Count(element, 1);
        Start(element);
        Walk(element);
        if (isBlock) EndParagraph();
        End(element);
        Count(element, -1);
        _heading = outer;
    }

    private void Count(IElement element, int step)
    {
        if (HtmlRules.IsList(element)) _listDepth += step;
        if (HtmlRules.IsBold(element)) _boldDepth += step;
        if (HtmlRules.IsPreformatted(element)) _preformattedDepth += step;
    }

    private void Start(IElement element)
    {
        if (element.LocalName is "li") _startsItem = true;
        else if (element.LocalName is "tr") _rows.Push(new RowBeingRead());
        else if (element.LocalName is "td" or "th") _sinks.Push([]);
    }

    private void End(IElement element)
    {
        if (element.LocalName is "li") _startsItem = false;
        else if (element.LocalName is "tr") _sinks.Peek().AddRange(_rows.Pop().Finish());
        else if (element.LocalName is "td" or "th") EndCell();
    }

    private void EndCell()
    {
        CountParagraph();
        var cell = _sinks.Pop();
        if (_rows.TryPeek(out var row)) row.Add(cell);
        else _sinks.Peek().AddRange(cell);
    }

    // Only the first paragraph of an item has its mark
    private void EndParagraph()
    {
        int? list = _startsItem ? Math.Clamp(_listDepth, 1, 9) : null;
        if (_paragraph.Finish(_heading, list) is not { } finished) return;
        _startsItem = false;
        CountParagraph();
        _sinks.Peek().Add(finished);
    }

    private void CountParagraph()
    {
        if (++_paragraphCount > limits.Paragraphs) throw new UnreadableDocument(UnreadableDocument.TooManyParagraphs);
    }

    private void Append(string text)
    {
        _characters += text.Length;
        if (_characters > limits.Characters) throw new UnreadableDocument(UnreadableDocument.TooMuchText);
        _paragraph.Append(text, _boldDepth > 0, _preformattedDepth > 0);
    }
}
