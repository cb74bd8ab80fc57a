namespace Verksam.Kernel.Search;

/// <summary>A socket: what a room lets one find. It leaves out what the asker may not see, and asks the database once or twice.</summary>
internal interface ISearchSource
{
    /// <summary>The key of what stands above its finds: "Människor".</summary>
    string Heading { get; }

    /// <summary>The lowest comes first.</summary>
    int Order { get; }

    Task<Finds> Find(SearchWords words, int most);
}

/// <param name="All">Where all of them are, when there may be more.</param>
internal sealed record Finds(IReadOnlyList<Find> Rows, string? All = null)
{
    public static readonly Finds Nothing = new([]);
}

/// <summary>Something that fits, as one line that leads there.</summary>
/// <param name="Beside">What tells it from others of the same name.</param>
internal sealed record Find(string Text, string Url, string? Beside = null);
