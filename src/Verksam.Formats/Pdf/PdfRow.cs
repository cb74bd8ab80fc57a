using System.Text;

namespace Verksam.Formats.Pdf;

/// <summary>Words that stand beside each other on a page.</summary>
internal sealed class PdfRow(int page, PdfWord first)
{
    // White space as wide as the line is high: no justified line has that between two words
    private const double CellGap = 1.0;
    private const int MostSpaces = 60;

    private readonly List<PdfWord> _words = [first];

    public int Page => page;

    public double Top { get; private set; } = first.Top;

    public double Bottom { get; private set; } = first.Bottom;

    public double Height => Bottom - Top;

    public double Left => _words.Min(w => w.Left);

    public int Letters => _words.Sum(w => w.Text.Length);

    public double Width => _words.Sum(w => w.Right - w.Left);

    /// <summary>Its letters alone, small: by them a running head is known again, whatever page number it has.</summary>
    public string Key => string.Concat(_words.SelectMany(w => w.Text).Where(char.IsLetter).Select(char.ToLowerInvariant));

    /// <summary>Where the text of a list item begins, when a mark stands before it: a bullet, or a short number or dash well before the text.</summary>
    public double? ItemText(double letterWidth)
    {
        if (_words.Count < 2) return null;
        var words = _words.OrderBy(w => w.Left).Take(2).ToList();
        var (mark, text) = (words[0].Text, words[1]);
        var isBullet = mark.Length == 1 && !char.IsLetterOrDigit(mark[0]) && mark[0] is not ('-' or '–' or '"' or '”');
        var isMark = mark.Length <= 4 && (mark is "-" or "–" or "o" || mark[^1] is '.' or ')');
        return isBullet || (isMark && text.Left - words[0].Right > letterWidth) ? text.Left : null;
    }

    public bool Takes(PdfWord word) => Math.Abs(word.Middle - ((Top + Bottom) / 2)) < Math.Min(word.Height, Height) / 2;

    public void Add(PdfWord word)
    {
        _words.Add(word);
        (Top, Bottom) = (Math.Min(Top, word.Top), Math.Max(Bottom, word.Bottom));
    }

    /// <summary>The words as a line of text: as far in as they stand, wide gaps left wide.</summary>
    public void Write(StringBuilder text, double pageLeft, double letterWidth)
    {
        _words.Sort((a, b) => a.Left.CompareTo(b.Left));
        Space(text, _words[0].Left - pageLeft, letterWidth, 0);
        for (var i = 0; i < _words.Count; i++)
        {
            var gap = i == 0 ? 0 : _words[i].Left - _words[i - 1].Right;
            if (i > 0 && gap > _words[i].Height * CellGap) Space(text, gap, letterWidth, 4);
            else if (i > 0 && gap > 0.1 * letterWidth) text.Append(' ');
            text.Append(_words[i].Text);
        }
    }

    private static void Space(StringBuilder text, double width, double letterWidth, int least) =>
        text.Append(' ', (int)Math.Clamp(Math.Round(width / letterWidth), least, MostSpaces));
}
