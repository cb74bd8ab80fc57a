using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Doing;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Needs;

/// <summary>Commitments that nobody carries, for those who may; and proposals of plans to have a say on.</summary>
internal sealed class PlanToDo(AppDb db, WithoutOwner without, Texts texts) : ICanDo
{
    public async Task<IReadOnlyList<Doable>> For(DoAsk ask) => !ask.SeesPlan ? [] : [.. await Hands(ask), .. await Proposals(ask)];

    private async Task<IEnumerable<Doable>> Hands(DoAsk ask) => (await without.For(ask.Me, ask.Self.Id, ask.Line, ask.Today.Year)).Take(1).Select(h =>
        new Doable(texts["Planning.Can.Hands", h.Number], "plan", texts["Planning.Can.Meta"], OwnCommitments.Shortened(h.Words))
        {
            Takes = Spare.Hour,
            Suits = Taste.Home | Taste.Writing,
            Fit = 20,
            Acts = [new(texts["Planning.Can.DoHands"], h.Url)],
        });

    private async Task<IEnumerable<Doable>> Proposals(DoAsk ask)
    {
        var open = await (
            from version in db.PlanVersions.VisibleTo(ask.Me, db)
            where version.State == VersionState.Proposal
            join plan in db.Plans on version.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            where ask.Line.Contains(unit.Id)
            orderby plan.Year descending, unit.Path.Length
            select new { version.Id, version.Number, plan.Year, unit.Name, Slug = unit.ParentId == null ? null : unit.Slug }).Take(2).ToListAsync();
        return open.Select(o => new Doable(texts["Planning.Can.Proposal", o.Year], "penna", texts["Planning.Can.ProposalMeta"], texts["Planning.Can.ProposalWhat", o.Name])
        {
            Takes = Spare.Hour,
            Suits = Taste.Home | Taste.Writing,
            Fit = 32,
            Acts = [new(texts["Planning.Can.DoProposal"], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PlanPlaces.Of(o.Slug, o.Year)}?version={o.Number}")),
                new(texts["Planning.Can.Move"], $"/planen/forslag/{o.Id}/yrkanden/nytt", IsQuiet: true)],
        });
    }
}
