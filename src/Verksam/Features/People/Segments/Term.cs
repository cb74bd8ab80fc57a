namespace Verksam.Features.People.Segments;

/// <summary>How the terms of a group are taken together. Stands in addresses and in what is saved: see <see cref="SegmentText"/>.</summary>
internal enum Join
{
    All = 0,
    Any = 1,
    None = 2,
}

/// <summary>A part of a segment's question: a condition, several together, or what could not be understood.</summary>
internal abstract record Term;

/// <summary>Several terms taken together; one without terms says nothing.</summary>
internal sealed record TermGroup(Join Join, IReadOnlyList<Term> Terms) : Term
{
    /// <summary>Groups in each other, the outermost counted.</summary>
    public const int Deepest = 5;

    /// <summary>Conditions in all; a bit each in <see cref="Tally"/>.</summary>
    public const int MostConditions = 40;

    public static readonly TermGroup Everybody = new(Join.All, []);

    public bool IsEmpty => Terms.All(t => t is TermGroup { IsEmpty: true });

    /// <summary>Those at the ends, groups of groups opened.</summary>
    public IEnumerable<Term> Leaves => Terms.SelectMany(t => t is TermGroup g ? g.Leaves : [t]);

    public IEnumerable<Condition> Conditions => Leaves.OfType<Condition>();
}

/// <summary>One condition.</summary>
/// <param name="Key">Of its <see cref="ISegmentFilter"/>.</param>
/// <param name="Not">Those it does not hold for.</param>
/// <param name="Answers">What is filled in its blanks, as written.</param>
internal sealed record Condition(string Key, bool Not, IReadOnlyList<string> Answers) : Term;

/// <summary>A piece of an address that was not understood: a segment that has one chooses nobody, so that nothing is widened in silence.</summary>
internal sealed record Unread(string Text) : Term;
