using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What the page of a gathering shows of standing out there, to those who arrange it or stand on its shifts.</summary>
/// <param name="Kit">What is to be seen to.</param>
/// <param name="Before">What earlier ones at the same place gave, the latest first.</param>
internal sealed record OnSite(Gathering Gathering, bool MayEdit, bool MayReport, IReadOnlyList<(KitItem Item, string? By)> Kit, IReadOnlyList<StandOutcome> Before)
{
    /// <summary>Null until somebody has told.</summary>
    public StandReport? Report { get; init; }

    public StandOutcome? Outcome { get; init; }
    public IReadOnlyList<(Id<TalkingPoint> Topic, string Word, int Times)> Topics { get; init; } = [];

    public int Done => Kit.Count(k => k.Item.State == KitState.Done);
}

/// <summary>Reads it.</summary>
internal sealed class OnSiteReader(AppDb db, CurrentUser me, Kinds kinds, Outcomes outcomes, Tally tally)
{
    private const int MostBefore = 3;

    /// <summary>Null where it is of another kind, or nobody's whom it concerns.</summary>
    public async Task<OnSite?> Of(Gathering gathering, bool mayEdit)
    {
        var (id, begun) = (gathering.Id, gathering.Starts <= db.Clock.GetUtcNow());
        if (!(await kinds.Out()).Contains(gathering.Kind) || !await db.Gatherings.StoodAtBy(me, db).AnyAsync(g => g.Id == id))
            return null;
        var before = mayEdit && !begun ? await outcomes.LikeThis(gathering) : [];
        return new OnSite(gathering, mayEdit, mayEdit || gathering.ContactId?.Value == me.PersonId, await Kit.Of(db, id), [.. before.OrderByDescending(o => o.Starts).Take(MostBefore)])
        {
            Report = await db.StandReports.AsNoTracking().SingleOrDefaultAsync(r => r.GatheringId == id),
            Outcome = begun ? await outcomes.One(gathering) : null,
            Topics = begun ? await tally.Topics(id) : [],
        };
    }
}
