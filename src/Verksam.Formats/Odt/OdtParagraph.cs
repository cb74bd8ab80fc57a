using System.Text;

namespace Verksam.Formats.Odt;

/// <summary>A paragraph while its text comes.</summary>
internal sealed class OdtParagraph(OdtLook look, int? heading, int? list)
{
    private readonly StringBuilder _text = new();
    private readonly Stack<(bool Bold, bool Hidden)> _spans = new([(look.Bold ?? false, look.Hidden ?? false)]);
    private bool _afterSpace = true;
    private bool _anyBold;
    private bool _anyPlain;

    /// <summary>What stands in frames anchored in this paragraph: said after it.</summary>
    public List<DocumentParagraph> After { get; } = [];

    public void StartSpan(OdtLook span) =>
        _spans.Push((span.Bold ?? _spans.Peek().Bold, (span.Hidden ?? false) || _spans.Peek().Hidden));

    public void EndSpan()
    {
        if (_spans.Count > 1) _spans.Pop();
    }

    /// <summary>Text of the file: white space in it counts as one space, and as none after another (part 3, 6.1.2).</summary>
    public void AppendCollapsed(ReadOnlySpan<char> text)
    {
        if (_spans.Peek().Hidden) return;
        foreach (var c in text)
        {
            var isSpace = c is ' ' or '\t' or '\n' or '\r';
            if (!isSpace) _text.Append(c);
            else if (!_afterSpace) _text.Append(' ');
            _afterSpace = isSpace;
            if (!isSpace) See();
        }
    }

    /// <summary>A space, a tab or a line break that is an element of its own.</summary>
    public void Append(char space, int times = 1)
    {
        if (_spans.Peek().Hidden) return;
        _text.Append(space, times);
        _afterSpace = false;
    }

    /// <summary>The paragraph, or null when it is empty or a line of a table of contents.</summary>
    public DocumentParagraph? Finish()
    {
        var text = _text.Replace("\u00AD", "").ToString().Trim();
        if (text.Length == 0 || look.IsContents) return null;
        var level = heading ?? (look.IsTitle ? 0 : null);
        return new DocumentParagraph(text, level, level is null ? list : null, _anyBold && !_anyPlain);
    }

    private void See()
    {
        if (_spans.Peek().Bold) _anyBold = true;
        else _anyPlain = true;
    }
}
