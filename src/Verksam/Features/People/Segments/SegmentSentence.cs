using System.Globalization;
using System.Text.RegularExpressions;

namespace Verksam.Features.People.Segments;

/// <summary>A question in words: "Personer som hör till Alnäs med allt under och som inte har betald avgift den 10 mars."</summary>
internal sealed partial class SegmentSentence(SegmentKinds kinds, Wording wording)
{
    public string Of(TermGroup group) => group.IsEmpty ? wording.Texts["Segments.All"]
        : group.Join == Join.None ? wording.Texts["Segments.AllExcept", Either(group)]
        : wording.Texts["Segments.People", group.Join == Join.All ? wording.Texts.And(Terms(group)) : Either(group)];

    /// <summary>"som inte har betald avgift den 10 mars".</summary>
    public string Of(Condition condition) => kinds.Of(condition.Key) is not { } filter ? NotRead(condition.Key)
        : $"{wording.Texts[condition.Not ? "Segments.WhoNot" : "Segments.Who"]} {string.Format(CultureInfo.CurrentCulture, wording.Texts[filter.Sentence], [.. Said(filter, condition)])}";

    /// <summary>The pieces of a sentence: words, and the numbers of the blanks between them.</summary>
    public static IEnumerable<(string Words, int? Blank)> Pieces(string sentence) => Place().Split(sentence).Select((piece, i) =>
        i % 2 == 0 ? (piece, (int?)null) : ("", int.Parse(piece, CultureInfo.InvariantCulture))).Where(p => p.Item2 is not null || p.Item1.Length > 0);

    private string NotRead(string text) => wording.Texts["Segments.NotRead", text];

    private static IEnumerable<string> Said(ISegmentFilter filter, Condition condition, Wording wording) =>
        filter.Blanks.Select((blank, i) => blank.Said(condition.Answers.ElementAtOrDefault(i) ?? "", wording));

    private IEnumerable<object> Said(ISegmentFilter filter, Condition condition) => Said(filter, condition, wording);

    private string Either(TermGroup group) => Terms(group) is [_, _, ..] terms ? $"{string.Join(", ", terms.SkipLast(1))} {wording.Texts["Segments.Or"]} {terms[^1]}" : string.Concat(Terms(group));

    private List<string> Terms(TermGroup group) => [.. group.Terms.Where(t => t is not TermGroup { IsEmpty: true }).Select(t => t switch
    {
        Condition c => Of(c),
        TermGroup { Join: Join.None } g => wording.Texts["Segments.Except", Either(g)],
        TermGroup { Join: Join.Any } g => $"({Either(g)})",
        TermGroup g => $"({wording.Texts.And(Terms(g))})",
        Unread u => NotRead(u.Text),
        _ => "",
    })];

    [GeneratedRegex(@"\{(?<place>\d)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
