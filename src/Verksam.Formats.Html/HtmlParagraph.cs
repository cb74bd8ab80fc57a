using System.Text;

namespace Verksam.Formats.Html;

/// <summary>A paragraph while its text comes.</summary>
internal sealed class HtmlParagraph
{
    private readonly StringBuilder _text = new();
    private bool _afterSpace = true;
    private bool _anyBold;
    private bool _anyPlain;

    /// <summary>White space counts as one space, and as none after another; in preformatted text it stands as it is.</summary>
    public void Append(ReadOnlySpan<char> text, bool bold, bool preformatted)
    {
        foreach (var c in text)
        {
            var isSpace = c is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!isSpace || preformatted) _text.Append(c);
            else if (!_afterSpace) _text.Append(' ');
            _afterSpace = isSpace && !preformatted;
            if (!isSpace) See(bold);
        }
    }

    public void Break()
    {
        _text.Append('\n');
        _afterSpace = true;
    }

    /// <summary>What came, or null when it is nothing; the next begins.</summary>
    public DocumentParagraph? Finish(int? heading, int? list)
    {
        var text = _text.Replace("\u00AD", "").ToString().Trim();
        var bold = _anyBold && !_anyPlain;
        _text.Clear();
        (_afterSpace, _anyBold, _anyPlain) = (true, false, false);
        return text.Length == 0 ? null : new DocumentParagraph(text, heading, heading is null ? list : null, bold);
    }

    private void See(bool bold)
    {
        if (bold) _anyBold = true;
        else _anyPlain = true;
    }
}
