using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Amending;
using Verksam.Features.Planning.Deciding;
using Verksam.Features.Planning.Living;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Planning.Needs;

/// <summary>What waits for a decision: matters that were brought to a board that meets soon or has met, and amendments that nobody has answered.</summary>
internal sealed class DecisionNeeds(AppDb db, CurrentUser me, OurTime time, Texts texts) : INeedsSomebody
{
    private const int DaysAhead = 14;

    public string Kind => "beslut";

    public async Task<IReadOnlyList<Need>> Now(int most) => !me.Can(Permission.EditPlan) ? [] : [.. (await Matters(most)).Concat(await Amendments(most)).Take(most)];

    private async Task<IEnumerable<Need>> Matters(int most)
    {
        var (until, units) = (time.Today.AddDays(DaysAhead), db.Units.Within(me.Where(Permission.EditPlan)));
        var found = await (
            from sitting in db.Sittings
            where sitting.On <= until
            join plan in db.Plans on sitting.PlanId equals plan.Id
            join unit in units on plan.UnitId equals unit.Id
            let waiting = db.Matters.Count(m => m.SittingId == sitting.Id && m.State == MatterState.Waiting)
            where waiting > 0
            orderby sitting.On, sitting.Id
            select new { sitting.Id, sitting.Name, sitting.On, plan.Year, Slug = unit.ParentId == null ? null : unit.Slug, Waiting = waiting }).Take(most).ToListAsync();
        return found.Select(s => new Need($"{Kind}-{s.Id}", texts.Capital(texts.Count("Planning.Need.Matters", s.Waiting, s.Name)),
            texts[s.On < time.Today ? "Planning.Need.MattersPast" : "Planning.Need.MattersWhy", time.Day(s.On)], s.On <= time.Today ? "late" : "at-risk", Takes.Decision * s.Waiting)
        {
            Due = s.On,
            Acts = [new(texts["Planning.Need.Agenda"], $"{PlanPlaces.Of(s.Slug, s.Year)}/styrelsen/{s.Id}")],
        });
    }

    private async Task<IEnumerable<Need>> Amendments(int most)
    {
        var open = db.Amendments.Where(a => a.Decision == Ruling.None && a.Advice == Ruling.None);
        var found = await (
            from version in db.PlanVersions.EditableBy(me, db)
            where version.State == VersionState.Proposal
            join plan in db.Plans on version.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            where open.Any(a => a.VersionId == version.Id)
            orderby plan.Year, unit.Path.Length
            select new { version.Id, plan.Year, unit.Name, Count = open.Count(a => a.VersionId == version.Id), First = open.Where(a => a.VersionId == version.Id).Min(a => a.At) }).Take(most).ToListAsync();
        return found.Select(v => new Need($"{Kind}-yrkanden-{v.Id}", texts.Capital(texts.Count("Planning.Need.Amendments", v.Count)), texts["Planning.Need.AmendmentsWhy", v.Name, v.Year], "at-risk", Takes.Decision * v.Count)
        {
            Since = OurTime.DayOf(v.First),
            Acts = [new(texts["Planning.Need.Answer"], $"/planen/forslag/{v.Id}/yrkanden")],
        });
    }
}
