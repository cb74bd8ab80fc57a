namespace Verksam.Features.Planning.Overview;

/// <summary>
/// A socket: what a room has that comes next, for the overview, the next first. It leaves out what the reader may not see. It is asked each time
/// the page is opened, so it keeps what it has found until somebody saves. Registered as <c>AddScoped&lt;INearest, …&gt;()</c>.
/// </summary>
internal interface INearest
{
    /// <summary>What the link to all of it says, as the key of a text, and where it leads.</summary>
    (string Text, string Url) All { get; }

    Task<IReadOnlyList<Near>> Next(int most);
}

/// <summary>Something that comes.</summary>
/// <param name="Day">Today for what has begun and goes on.</param>
/// <param name="Url">Its own address: what has the same is said the same way until somebody saves.</param>
/// <param name="Said">When, where, and what it lacks.</param>
internal sealed record Near(DateOnly Day, string Title, string Url, string Said);
