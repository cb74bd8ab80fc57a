using Verksam.Kernel;

namespace Verksam.Features.Planning.Carrying;

/// <summary>
/// A socket: what a room has that shows how a commitment is carried out, newest first. It leaves out what the reader may not see. Registered as
/// <c>AddScoped&lt;IEvidence, …&gt;()</c>.
/// </summary>
internal interface IEvidence
{
    Task<IReadOnlyList<Evidence>> Of(Id<Commitment> commitment);
}

/// <summary>Something that was done, or is to be, for a commitment.</summary>
/// <param name="Said">How far it has come, in a word; null when there is nothing to say.</param>
/// <param name="Status">The status its word is drawn with.</param>
internal sealed record Evidence(string Title, string Url, DateOnly Day, string? Said, string Status)
{
    /// <summary>Why it is otherwise than it was meant to be, in somebody's own words.</summary>
    public string? Why { get; init; }
}
