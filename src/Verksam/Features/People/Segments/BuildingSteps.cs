using System.Globalization;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Segments;

/// <summary>
/// One press in the builder: what is filled in the rows (by their places, see <see cref="Tally.Root"/>), and then what the pressed button says.
/// </summary>
internal sealed class BuildingSteps(IFormCollection form, SegmentKinds kinds, Wording wording)
{
    /// <summary>The name of the buttons; "till.r" adds a condition there, "grupp.r" a group, "bort.r-1" takes away.</summary>
    public const string Button = "gor";

    private const int LongestAnswer = 4000;

    /// <summary>The names of a row's controls.</summary>
    public static string JoinAt(string place) => "allt." + place;

    public static string NotAt(string place) => "inte." + place;

    public static string AnswerAt(string place, int blank) => $"svar.{place}.{blank}";

    /// <summary>Which day an answer is counted from; <see cref="Certain"/> for one of the calendar.</summary>
    public static string DayAt(string place, int blank) => $"dag.{place}.{blank}";

    public const string Certain = "viss";

    public static string NewAt(string place) => "ny." + place;

    /// <summary>What the question is after the press, and the place one was at.</summary>
    public (TermGroup Question, string Place) Apply(TermGroup question)
    {
        var press = form[Button].ToString().Split('.', 2);
        var (act, place) = press is [var what, var where] ? (what, where) : ("", Tally.Root);
        var after = (TermGroup)Filled(question, Tally.Root, act, place)!;
        return (after, act == "bort" ? place[..place.LastIndexOf('-')] : place);
    }

    private Term? Filled(Term term, string at, string act, string place) => term switch
    {
        _ when act == "bort" && at == place && at != Tally.Root => null,
        Condition c => c with { Not = form[NotAt(at)] == "nej", Answers = [.. c.Answers.Select((was, i) => Answer(at, i, was))] },
        TermGroup g => new TermGroup(
            Enum.TryParse<Join>(form[JoinAt(at)].ToString(), out var join) && Enum.IsDefined(join) ? join : g.Join,
            [.. g.Terms.Select((t, i) => Filled(t, $"{at}-{i}", act, place)).OfType<Term>(), .. at == place || Ends ? Added(g, Ends ? "till" : act, at) : []]),
        _ => term,
    };

    // who saves or asks who they are has chosen what stands there, whether "add" was pressed or not
    private bool Ends => form[Button].ToString() is "" or "visa";

    private string Answer(string at, int blank, string was)
    {
        var (written, day) = (form.TryGetValue(AnswerAt(at, blank), out var now) ? Tidy(now.ToString()) : was, form[DayAt(at, blank)].ToString());
        return day.Length == 0 ? written : day != Certain ? Tidy(day)
            : DayBlank.IsCertain(written) || written.Length == 0 ? written : wording.Time.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private IEnumerable<Term> Added(TermGroup group, string act, string at) => act switch
    {
        "till" when kinds.Of(form[NewAt(at)].ToString()) is { IsBroughtIn: false } filter => [new Condition(filter.Key, false, [.. filter.Blanks.Select(b => b.First(wording))])],
        "grupp" when at.Count(c => c == '-') < TermGroup.Deepest - 1 => [new TermGroup(group.Join == Join.Any ? Join.All : Join.Any, [])],
        _ => [],
    };

    private static string Tidy(string answer) => OneLine.Of(answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer);
}
