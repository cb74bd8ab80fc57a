namespace Verksam.Features.People.Segments;

/// <summary>How many there were before a step and after it; both among those one may see.</summary>
internal sealed record Step(int Before, int After);

/// <summary>How many pass each step of a question, worked out from how many have each pattern of conditions: one query for all steps.</summary>
internal sealed class Tally
{
    /// <summary>The first group's place; "r-0-2" is the third of its first.</summary>
    public const string Root = "r";

    private readonly IReadOnlyList<Pattern> _patterns;
    private readonly Dictionary<string, Step> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<long, bool>?> _holds = new(StringComparer.Ordinal);
    private int _bit;

    public Tally(TermGroup group, IReadOnlyList<Pattern> patterns)
    {
        _patterns = patterns;
        var seen = patterns.Sum(p => p.People);
        var holds = Walk(group, Root);
        Count(group, Root, _ => true);
        _steps[Root] = new Step(seen, Passing(holds ?? (_ => true)));
    }

    /// <summary>Of those one may see.</summary>
    public int People => _steps[Root].After;

    public Step? At(string place) => _steps.GetValueOrDefault(place);

    private int Passing(Func<long, bool> holds) => _patterns.Where(p => holds(p.Bits)).Sum(p => p.People);

    // what each place asks of a pattern; null where nothing is said
    private Func<long, bool>? Walk(Term term, string place)
    {
        if (term is not TermGroup group)
        {
            var bit = 1L << _bit++;
            return _holds[place] = bits => (bits & bit) != 0;
        }
        var parts = group.Terms.Select((t, i) => Walk(t, $"{place}-{i}")).OfType<Func<long, bool>>().ToList();
        return _holds[place] = parts.Count == 0 ? null : group.Join switch
        {
            Join.All => bits => parts.TrueForAll(holds => holds(bits)),
            Join.Any => bits => parts.Exists(holds => holds(bits)),
            _ => bits => !parts.Exists(holds => holds(bits)),
        };
    }

    // step by step as one reads: "all" and "none" take away from those who come in, "any" adds up from nobody
    private void Count(TermGroup group, string place, Func<long, bool> among)
    {
        Func<long, bool> soFar = group.Join == Join.Any ? _ => false : among;
        foreach (var (term, at) in group.Terms.Select((t, i) => (t, $"{place}-{i}")))
        {
            var (before, own) = (soFar, _holds[at]);
            if (term is TermGroup inner)
                Count(inner, at, group.Join == Join.Any ? among : before);
            if (own is not null)
                soFar = group.Join switch { Join.All => b => before(b) && own(b), Join.Any => b => before(b) || (among(b) && own(b)), _ => b => before(b) && !own(b) };
            _steps[at] = new Step(Passing(before), Passing(soFar));
        }
    }

    /// <param name="Bits">Which of the conditions hold, the first one lowest.</param>
    internal sealed record Pattern(long Bits, int People);
}
