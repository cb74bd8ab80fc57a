using Verksam.Kernel.Waiting;

namespace Verksam.Features.Today;

/// <summary>Some of what waits, as a list on the page.</summary>
/// <param name="First">The first of all that waits: it alone has the strong button.</param>
internal sealed record NeedsShown(IReadOnlyList<Need> Needs, Need? First, bool ShowsAll, DueWords Due)
{
    public IEnumerable<Need> Shown => ShowsAll ? Needs : Needs.Take(TodayPage.Most);

    public bool HasMore => !ShowsAll && Needs.Count > TodayPage.Most;
}
