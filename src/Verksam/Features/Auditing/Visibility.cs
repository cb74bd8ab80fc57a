using Verksam.Features.Gatherings;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.Auditing;

/// <summary>Which rows of the trail a person may see.</summary>
internal static class Visibility
{
    /// <summary>
    /// What concerns units where one may read the trail. What belongs to no unit (roles, settings, what is removed) belongs to the whole, and
    /// is for those who may read it there.
    /// </summary>
    public static IQueryable<AuditEntry> VisibleTo(this IQueryable<AuditEntry> entries, CurrentUser me, AppDb db)
    {
        var grants = me.Where(Permission.ReadAudit);
        if (grants.Any(g => g.Below && IsRoot(g.Path)))
            return entries;
        var units = db.Units.Within(grants).Select(u => u.Id);
        var things = Things(db, units);
        var whole = grants.Any(g => IsRoot(g.Path)) ? Rooms.OfTheWhole : [];
        var people = db.People.Where(p => units.Contains(p.UnitId)).Select(p => (Guid?)(object)p.Id);
        return entries.Where(e => things.Contains(e.WhatId) || people.Contains(e.About) || whole.Contains(e.What));
    }

    private static IQueryable<Guid> Things(AppDb db, IQueryable<Id<Unit>> units)
    {
        var plans = db.Plans.Where(p => units.Contains(p.UnitId)).Select(p => p.Id);
        var commitments = db.Commitments.Where(c => plans.Contains(c.PlanId)).Select(c => c.Id);
        var series = db.Series.Where(s => units.Contains(s.UnitId)).Select(s => s.Id);
        return units.Select(id => (Guid)(object)id)
            .Concat(db.People.Where(p => units.Contains(p.UnitId)).Select(p => (Guid)(object)p.Id))
            .Concat(db.Assignments.Where(a => units.Contains(a.UnitId)).Select(a => (Guid)(object)a.Id))
            .Concat(db.Groups.Where(g => units.Contains(g.UnitId)).Select(g => (Guid)(object)g.Id))
            .Concat(db.YearDays.Where(d => units.Contains(d.UnitId)).Select(d => (Guid)(object)d.Id))
            .Concat(db.DayAnswers.Where(a => db.YearDays.Any(d => d.Id == a.YearDayId && units.Contains(d.UnitId))).Select(a => (Guid)(object)a.Id))
            .Concat(KeptBy(db, units))
            .Concat(Arranged(db, units))
            .Concat(plans.Select(id => (Guid)(object)id))
            .Concat(db.PlanVersions.Where(v => plans.Contains(v.PlanId)).Select(v => (Guid)(object)v.Id))
            .Concat(commitments.Select(id => (Guid)(object)id))
            .Concat(db.Reports.Where(r => commitments.Contains(r.CommitmentId)).Select(r => (Guid)(object)r.Id))
            .Concat(db.LinkedThings.Where(t => commitments.Contains(t.CommitmentId)).Select(t => (Guid)(object)t.Id))
            .Concat(db.Replans.Where(r => commitments.Contains(r.CommitmentId)).Select(r => (Guid)(object)r.Id))
            .Concat(db.Parts.Where(p => commitments.Contains(p.CommitmentId) || units.Contains(p.UnitId)).Select(p => (Guid)(object)p.Id))
            .Concat(db.Sittings.Where(s => plans.Contains(s.PlanId)).Select(s => (Guid)(object)s.Id))
            .Concat(db.Matters.Where(m => db.Sittings.Any(s => s.Id == m.SittingId && plans.Contains(s.PlanId))).Select(m => (Guid)(object)m.Id))
            .Concat(db.Amendments.Where(a => db.PlanVersions.Any(v => v.Id == a.VersionId && plans.Contains(v.PlanId))).Select(a => (Guid)(object)a.Id))
            .Concat(series.Select(id => (Guid)(object)id))
            .Concat(db.SeriesPoints.Where(p => series.Contains(p.SeriesId)).Select(p => (Guid)(object)p.Id));
    }

    private static IQueryable<Guid> Arranged(AppDb db, IQueryable<Id<Unit>> units)
    {
        var gatherings = db.Gatherings.Where(g => units.Contains(g.UnitId)).Select(g => g.Id);
        return gatherings.Select(id => (Guid)(object)id)
            .Concat(db.Venues.Where(v => units.Contains(v.UnitId)).Select(v => (Guid)(object)v.Id))
            .Concat(db.GatheringSeries.Where(s => units.Contains(s.UnitId)).Select(s => (Guid)(object)s.Id))
            .Concat(db.SignUps.Where(s => gatherings.Contains(s.GatheringId)).Select(s => (Guid)(object)s.Id))
            .Concat(db.GatheringInvitations.Where(i => gatherings.Contains(i.GatheringId)).Select(i => (Guid)(object)i.Id))
            .Concat(db.Guests.Where(u => gatherings.Contains(u.GatheringId)).Select(u => (Guid)(object)u.Id))
            .Concat(db.GatheringQuestions.Where(q => gatherings.Contains(q.GatheringId)).Select(q => (Guid)(object)q.Id))
            .Concat(db.GatheringAnswers.Where(a => db.GatheringQuestions.Any(q => q.Id == a.QuestionId && gatherings.Contains(q.GatheringId))).Select(a => (Guid)(object)a.Id))
            .Concat(db.Shifts.Where(s => gatherings.Contains(s.GatheringId)).Select(s => (Guid)(object)s.Id))
            .Concat(db.ShiftPlaces.Where(p => db.Shifts.Any(s => s.Id == p.ShiftId && gatherings.Contains(s.GatheringId))).Select(p => (Guid)(object)p.Id))
            .Concat(db.Attendances.Where(a => gatherings.Contains(a.GatheringId)).Select(a => (Guid)(object)a.Id))
            .Concat(db.HelpRequests.Where(h => gatherings.Contains(h.GatheringId) || units.Contains(h.UnitId)).Select(h => (Guid)(object)h.Id))
            .Concat(db.TalkingPoints.Where(p => units.Contains(p.UnitId)).Select(p => (Guid)(object)p.Id))
            .Concat(Hanging(db, gatherings));
    }

    private static IQueryable<Guid> Hanging(AppDb db, IQueryable<Id<Gathering>> gatherings) => db.KitItems.Where(k => gatherings.Contains(k.GatheringId)).Select(k => (Guid)(object)k.Id)
        .Concat(db.StandReports.Where(r => gatherings.Contains(r.GatheringId)).Select(r => (Guid)(object)r.Id))
        .Concat(db.RearrangedGatherings.Where(r => gatherings.Contains(r.GatheringId)).Select(r => (Guid)(object)r.RearrangementId))
        .Concat(db.CoArrangers.Where(c => gatherings.Contains(c.GatheringId)).Select(c => (Guid)(object)c.Id))
        .Concat(db.GatheringTies.Where(t => gatherings.Contains(t.GatheringId)).Select(t => (Guid)(object)t.Id))
        .Concat(db.GatheringCosts.Where(c => gatherings.Contains(c.GatheringId)).Select(c => (Guid)(object)c.Id))
        .Concat(db.BringItems.Where(b => gatherings.Contains(b.GatheringId)).Select(b => (Guid)(object)b.Id))
        .Concat(db.Contributors.Where(c => gatherings.Contains(c.GatheringId)).Select(c => (Guid)(object)c.Id))
        .Concat(db.Readings.Where(r => gatherings.Contains(r.GatheringId)).Select(r => (Guid)(object)r.Id))
        .Concat(db.GatheringPictures.Where(p => gatherings.Contains(p.GatheringId)).Select(p => (Guid)(object)p.Id));

    // what a unit chooses from when it writes of people
    private static IQueryable<Guid> KeptBy(AppDb db, IQueryable<Id<Unit>> units) => db.Tags.Where(t => units.Contains(t.UnitId)).Select(t => (Guid)(object)t.Id)
            .Concat(db.CustomFields.Where(f => units.Contains(f.UnitId)).Select(f => (Guid)(object)f.Id))
            .Concat(db.FieldOptions.Where(o => db.CustomFields.Any(f => f.Id == o.FieldId && units.Contains(f.UnitId))).Select(o => (Guid)(object)o.Id))
            .Concat(db.Skills.Where(s => units.Contains(s.UnitId)).Select(s => (Guid)(object)s.Id))
            .Concat(db.PublicBodies.Where(b => units.Contains(b.UnitId)).Select(b => (Guid)(object)b.Id))
            .Concat(db.Segments.Where(s => units.Contains(s.UnitId)).Select(s => (Guid)(object)s.Id))
            .Concat(db.CallLists.Where(l => units.Contains(l.UnitId)).Select(l => (Guid)(object)l.Id))
            .Concat(db.CallQuestions.Where(q => db.CallLists.Any(l => l.Id == q.ListId && units.Contains(l.UnitId))).Select(q => (Guid)(object)q.Id))
            .Concat(db.WelcomeRules.Where(r => units.Contains(r.UnitId)).Select(r => (Guid)(object)r.Id));

    // the root's path is its own id between two strokes
    private static bool IsRoot(string path) => path.Count(c => c == '/') == 2;
}
