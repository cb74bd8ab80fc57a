using System.Text;

namespace Verksam.Formats.Docx;

/// <summary>A paragraph while its runs come.</summary>
internal sealed class ParagraphBeingRead(DocxStyles styles)
{
    private StringBuilder _text = new();
    private PropertiesRead _properties = new();
    private ResolvedStyle _style = styles.Resolve(null);
    private bool _runIsBold;
    private bool _runIsHidden;
    private bool _anyBold;
    private bool _anyPlain;

    /// <summary>What stands in text boxes anchored in this paragraph: said after it.</summary>
    public List<DocumentParagraph> After { get; } = [];

    /// <summary>The end of this paragraph is deleted: its text belongs to the next.</summary>
    public bool RunsIntoNext => _properties.Deleted;

    public void Is(PropertiesRead properties)
    {
        _properties = properties;
        _style = styles.Resolve(properties.ParagraphStyle);
    }

    public void StartRun() => (_runIsBold, _runIsHidden) = (_style.Bold, false);

    // ECMA-376 17.7.3: bold of a character style toggles that of the paragraph's style; bold of the run itself decides
    public void RunIs(PropertiesRead run) =>
        (_runIsBold, _runIsHidden) = (run.Bold ?? (_style.Bold ^ (run.RunStyle is { } id && styles.Resolve(id).Bold)), run.Hidden);

    public void Append(ReadOnlySpan<char> text)
    {
        if (_runIsHidden) return;
        _text.Append(text);
        if (text.IsWhiteSpace()) return;
        if (_runIsBold) _anyBold = true;
        else _anyPlain = true;
    }

    /// <summary>Takes over the text of a paragraph whose end was deleted.</summary>
    public void Continue(ParagraphBeingRead earlier)
    {
        // Taken over, not copied: a file of nothing but deleted ends would copy itself over and over
        _text = earlier._text;
        (_anyBold, _anyPlain) = (earlier._anyBold, earlier._anyPlain);
    }

    /// <summary>The paragraph, or null when it is empty or a line of the table of contents.</summary>
    public DocumentParagraph? Finish()
    {
        if (_style.IsContents) return null;
        var text = _text.Replace("\u00AD", "").ToString().Trim();
        if (text.Length == 0) return null;
        var heading = _properties.Outline is { } outline ? (outline >= DocxStyle.BodyText ? null : outline + 1) : _style.Heading;
        return new DocumentParagraph(text, heading, heading is null ? ListLevel() : null, _anyBold && !_anyPlain);
    }

    private int? ListLevel()
    {
        if (_properties.NumberingId == 0) return null;
        var numbered = (_properties.NumberingId ?? _style.NumberingId ?? 0) != 0;
        var level = _properties.NumberingLevel + 1 ?? _style.ListDepth ?? _style.NumberingLevel + 1 ?? 1;
        return numbered || _style.ListDepth is not null ? Math.Clamp(level, 1, 9) : null;
    }
}
