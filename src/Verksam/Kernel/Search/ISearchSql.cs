namespace Verksam.Kernel.Search;

/// <summary>How one of the two databases searches. What is put into a text here is names of ours, and words of letters and digits alone.</summary>
internal interface ISearchSql
{
    /// <summary>Lets nodes that start at once go one after the other; null where they do.</summary>
    string? Waits { get; }

    string IsThere { get; }
    string Create { get; }
    string Forget { get; }

    /// <summary>The condition of a group among @ids.</summary>
    string Where { get; }

    /// <summary>All ids that fit {0}, as Value.</summary>
    string Fitting { get; }

    /// <summary>Selects Id and GroupId of what fits @p0, then of what fits @p1, at most @p2 of each.</summary>
    string First { get; }

    /// <summary>Writes all that is composed, or what the condition leaves.</summary>
    string Fill(string where);

    object Ids(IEnumerable<Guid> groups);

    /// <summary>The question: a name that has all the words, whole.</summary>
    string Whole(IReadOnlyList<string> words, IReadOnlyList<string>? scopes);

    /// <summary>The question: each word begins one of those there are.</summary>
    string Beginnings(IReadOnlyList<string> words, IReadOnlyList<string>? scopes);
}
