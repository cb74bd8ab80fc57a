using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>Something that this member can do now, from any room, on the member's own page.</summary>
internal interface IMyPageCard
{
    /// <summary>The lowest comes first.</summary>
    int Order { get; }

    /// <summary>The card for this person today; null when there is nothing.</summary>
    Task<MyCard?> For(CurrentUser me);
}

/// <param name="View">The partial page that shows it.</param>
/// <param name="Model">What that one shows.</param>
internal sealed record MyCard(string View, object Model)
{
    /// <summary>What one has promised, and stands beside all that one can do.</summary>
    public bool IsPromised { get; init; }
}
