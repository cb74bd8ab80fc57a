namespace Verksam.Features.People.Segments;

/// <summary>All kinds of condition there are, from whatever room.</summary>
internal sealed class SegmentKinds(IEnumerable<ISegmentFilter> filters)
{
    private readonly Dictionary<string, ISegmentFilter> _byKey = filters.ToDictionary(f => f.Key, StringComparer.Ordinal);

    public IEnumerable<ISegmentFilter> All => _byKey.Values;

    public ISegmentFilter? Of(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Whether it can be asked: the kind is known and each blank is filled in rightly.</summary>
    public bool Understands(Condition condition) => Of(condition.Key) is { } filter && filter.Blanks.Count == condition.Answers.Count
        && filter.Blanks.Zip(condition.Answers).All(pair => pair.First.IsRight(pair.Second));

    public bool Understands(TermGroup group) => group.Leaves.All(leaf => leaf is Condition condition && Understands(condition));

    /// <summary>What the builder offers: nothing that has nothing to choose from.</summary>
    public IEnumerable<IGrouping<SegmentSubject, ISegmentFilter>> Offered(Wording wording) => All
        .Where(f => !f.IsBroughtIn && f.Blanks.OfType<ChoiceBlank>().All(b => b.Options(wording).Count > 0)).GroupBy(f => f.Subject).OrderBy(g => g.Key);
}
