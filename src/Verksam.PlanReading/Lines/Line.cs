namespace Verksam.PlanReading.Lines;

/// <summary>One line of the source, trimmed; cells of a table are kept apart by a tab.</summary>
/// <param name="Text">The words, without list mark.</param>
/// <param name="Mark">The list mark or number that stood first ("-", "a)", "3."), or null.</param>
/// <param name="Blanks">Empty lines before it.</param>
/// <param name="Indent">Spaces before the text, mark included.</param>
/// <param name="Width">Where its last character stood: what the wrapping of lines is seen by.</param>
internal sealed record Line(
    string Text,
    string? Mark = null,
    int Blanks = 0,
    int Indent = 0,
    int Width = 0,
    int? HeadingLevel = null,
    int? ListLevel = null,
    bool Bold = false,
    bool AfterPageBreak = false)
{
    public bool HasCells => Text.Contains('\t', StringComparison.Ordinal);

    public bool IsListItem => Mark is not null || ListLevel is not null;

    public bool EndsSentence => Text.Length > 0 && Text[^1] is '.' or '!' or '?' or ':' or ';'
        || Text.EndsWith(".)", StringComparison.Ordinal)
        || Text.EndsWith(".”", StringComparison.Ordinal) || Text.EndsWith(".\"", StringComparison.Ordinal);

    public bool StartsLower => Text.Length > 0 && char.IsLower(Text[0]);
}
