using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Living;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Auditing;

/// <summary>What an id in the trail is called today, and where it can be seen by whoever reads.</summary>
internal sealed record Named(string Text, string? Url = null);

/// <summary>Finds the names behind ids: a question for each kind of thing, none for each row.</summary>
internal sealed class LogNames(AppDb db, CurrentUser me)
{
    public async Task<IReadOnlyDictionary<Guid, Named>> Of(IReadOnlyCollection<Guid> ids)
    {
        var names = new Dictionary<Guid, Named>();
        if (ids.Count == 0)
            return names;
        await People(ids, names);
        await Places(ids, names);
        await Plans(ids, names);
        await Commitments(ids, names);
        await Series(ids, names);
        await Gatherings(ids, names);
        return names;
    }

    private async Task People(IReadOnlyCollection<Guid> ids, Dictionary<Guid, Named> names)
    {
        var people = await db.People.Where(p => ids.Contains((Guid)(object)p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync();
        var visible = await db.People.VisibleTo(me, db).Where(p => ids.Contains((Guid)(object)p.Id)).Select(p => p.Id).ToListAsync();
        foreach (var person in people)
            names[person.Id.Value] = new Named(person.Name, visible.Contains(person.Id) ? $"/manniskor/{person.Id}" : null);
        var duties = await (
            from assignment in db.Assignments.Where(a => ids.Contains((Guid)(object)a.Id))
            join person in db.People on assignment.PersonId equals person.Id
            join role in db.Roles on assignment.RoleId equals role.Id
            join unit in db.Units on assignment.UnitId equals unit.Id
            select new { assignment.Id, Said = person.Name + ", " + role.Name + ", " + unit.Name }).ToListAsync();
        duties.ForEach(d => names[d.Id.Value] = new Named(d.Said));
        var letters = await (
            from letter in db.Letters.Where(l => ids.Contains((Guid)(object)l.Id))
            join person in db.People on letter.To equals (Guid)(object)person.Id
            select new { letter.Id, person.Name }).ToListAsync();
        letters.ForEach(l => names[l.Id.Value] = new Named(l.Name));
    }

    private async Task Places(IReadOnlyCollection<Guid> ids, Dictionary<Guid, Named> names)
    {
        var places = await db.Units.Where(u => ids.Contains((Guid)(object)u.Id)).Select(u => new { Id = (Guid)(object)u.Id, u.Name })
            .Concat(db.Groups.Where(g => ids.Contains((Guid)(object)g.Id)).Select(g => new { Id = (Guid)(object)g.Id, g.Name }))
            .Concat(db.Roles.Where(r => ids.Contains((Guid)(object)r.Id)).Select(r => new { Id = (Guid)(object)r.Id, r.Name }))
            .Concat(db.Segments.Where(s => ids.Contains((Guid)(object)s.Id)).Select(s => new { Id = (Guid)(object)s.Id, s.Name }))
            .Concat(db.YearDays.Where(d => ids.Contains((Guid)(object)d.Id)).Select(d => new { Id = (Guid)(object)d.Id, d.Name }))
            .Concat(from answer in db.DayAnswers where ids.Contains((Guid)(object)answer.Id) join d in db.YearDays on answer.YearDayId equals d.Id select new { Id = (Guid)(object)answer.Id, d.Name })
            .Concat(db.Sittings.Where(s => ids.Contains((Guid)(object)s.Id)).Select(s => new { Id = (Guid)(object)s.Id, s.Name }))
            .Concat(db.CallLists.Where(l => ids.Contains((Guid)(object)l.Id)).Select(l => new { Id = (Guid)(object)l.Id, l.Name }))
            .Concat(db.CallQuestions.Where(q => ids.Contains((Guid)(object)q.Id)).Select(q => new { Id = (Guid)(object)q.Id, Name = q.Text }))
            .Concat(db.Tags.Where(t => ids.Contains((Guid)(object)t.Id)).Select(t => new { Id = (Guid)(object)t.Id, t.Name }))
            .Concat(db.CustomFields.Where(f => ids.Contains((Guid)(object)f.Id)).Select(f => new { Id = (Guid)(object)f.Id, f.Name }))
            .Concat(db.FieldOptions.Where(o => ids.Contains((Guid)(object)o.Id)).Select(o => new { Id = (Guid)(object)o.Id, o.Name }))
            .Concat(db.Skills.Where(s => ids.Contains((Guid)(object)s.Id)).Select(s => new { Id = (Guid)(object)s.Id, s.Name }))
            .Concat(db.PublicBodies.Where(b => ids.Contains((Guid)(object)b.Id)).Select(b => new { Id = (Guid)(object)b.Id, b.Name }))
            .Concat(db.Settings.Where(s => ids.Contains((Guid)(object)s.Id)).Select(s => new { Id = (Guid)(object)s.Id, s.Name })).ToListAsync();
        places.ForEach(p => names[p.Id] = new Named(p.Name));
    }

    private async Task Plans(IReadOnlyCollection<Guid> ids, Dictionary<Guid, Named> names)
    {
        var plans = await (
            from plan in db.Plans
            join unit in db.Units on plan.UnitId equals unit.Id
            join version in db.PlanVersions on plan.Id equals version.PlanId
            where ids.Contains((Guid)(object)plan.Id) || ids.Contains((Guid)(object)version.Id)
            select new { Plan = plan.Id, Version = version.Id, plan.Year, unit.Name }).ToListAsync();
        foreach (var found in plans)
            names[found.Plan.Value] = names[found.Version.Value] = new Named($"{found.Name} {found.Year}");
        var amendments = await (
            from amendment in db.Amendments.Where(a => ids.Contains((Guid)(object)a.Id))
            join version in db.PlanVersions on amendment.VersionId equals version.Id
            join plan in db.Plans on version.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            select new { amendment.Id, amendment.Number, plan.Year, unit.Name }).ToListAsync();
        amendments.ForEach(a => names[a.Id.Value] = new Named($"{a.Number}, {a.Name} {a.Year}"));
    }

    private async Task Commitments(IReadOnlyCollection<Guid> ids, Dictionary<Guid, Named> names)
    {
        var hanging = await Hanging(ids);
        var theirs = hanging.Select(h => h.On).Distinct().ToList();
        var seen = db.PlanVersions.VisibleTo(me, db).Where(v => v.State == VersionState.Adopted).Select(v => v.PlanId);
        var found = await (
            from c in db.Commitments
            join plan in db.Plans on c.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            where ids.Contains((Guid)(object)c.Id) || theirs.Contains(c.Id)
            select new { Commitment = c, plan.Year, unit.Name, Slug = unit.ParentId == null ? null : unit.Slug, IsSeen = seen.Contains(plan.Id) }).AsNoTracking().ToListAsync();
        var byId = found.ToDictionary(f => f.Commitment.Id, f => new Named(
            f.Commitment.Number is { } given ? $"{given}, {f.Name} {f.Year}" : $"{f.Name} {f.Year}",
            f.IsSeen && f.Commitment.Number is { } number ? $"{PlanPlaces.Of(f.Slug, f.Year)}/{number}" : null));
        foreach (var (id, named) in byId)
            names[id.Value] = named;
        hanging.ForEach(h => names[h.Id] = byId[h.On]);
    }

    // what is said, linked, decided and shared out is called by the commitment it belongs to
    private async Task<List<(Guid Id, Id<Commitment> On)>> Hanging(IReadOnlyCollection<Guid> ids)
    {
        var hanging = await db.Reports.Select(r => new { Id = (Guid)(object)r.Id, On = r.CommitmentId })
            .Concat(db.LinkedThings.Select(t => new { Id = (Guid)(object)t.Id, On = t.CommitmentId }))
            .Concat(db.Replans.Select(r => new { Id = (Guid)(object)r.Id, On = r.CommitmentId }))
            .Concat(db.Parts.Select(p => new { Id = (Guid)(object)p.Id, On = p.CommitmentId }))
            .Concat(db.Matters.Select(m => new { Id = (Guid)(object)m.Id, On = m.CommitmentId }))
            .Where(h => ids.Contains(h.Id)).ToListAsync();
        return [.. hanging.Select(h => (h.Id, h.On))];
    }

    private async Task Gatherings(IReadOnlyCollection<Guid> ids, Dictionary<Guid, Named> names)
    {
        var series = await db.GatheringSeries.Where(s => ids.Contains((Guid)(object)s.Id)).Select(s => new { s.Id, Title = db.Gatherings.Where(g => g.SeriesId == s.Id).OrderBy(g => g.Starts).Select(g => g.Title).FirstOrDefault() }).ToListAsync();
        series.ForEach(s => names[s.Id.Value] = new Named(s.Title ?? "", me.Can(Permission.Arrange) ? $"/aktiviteter/serier/{s.Id}" : null));
        (await db.Rearrangements.Where(r => ids.Contains((Guid)(object)r.Id)).Select(r => new { r.Id, r.Why }).ToListAsync()).ForEach(r => names[r.Id.Value] = new Named(OneLine.Of(r.Why), me.Can(Permission.Arrange) ? $"/aktiviteter/omplaneringar/{r.Id}" : null));
        var gatherings = await db.Gatherings.Where(g => ids.Contains((Guid)(object)g.Id)).Select(g => new { g.Id, g.Title, g.State }).ToListAsync();
        gatherings.ForEach(g => names[g.Id.Value] = new Named(g.Title, g.State != GatheringState.Discarded && (g.State != GatheringState.Draft || me.Can(Permission.Arrange)) ? $"/aktiviteter/{g.Id}" : null));
        await NamedByThemselves(ids).Concat(NamedByTheGathering(ids)).ForEachAsync(p => names[p.Id] = new Named(p.Name));
    }

    // what hangs on a gathering and has a name of its own
    private IQueryable<Part> NamedByThemselves(IReadOnlyCollection<Guid> ids) => db.Venues.Where(v => ids.Contains((Guid)(object)v.Id)).Select(v => new Part { Id = (Guid)(object)v.Id, Name = v.Name })
        .Concat(db.BringItems.Where(b => ids.Contains((Guid)(object)b.Id)).Select(b => new Part { Id = (Guid)(object)b.Id, Name = b.What }))
        .Concat(db.GatheringPictures.Where(p => ids.Contains((Guid)(object)p.Id)).Select(p => new Part { Id = (Guid)(object)p.Id, Name = p.Says }))
        .Concat(db.Readings.Where(r => ids.Contains((Guid)(object)r.Id)).Select(r => new Part { Id = (Guid)(object)r.Id, Name = r.Title }))
        .Concat(db.GatheringCosts.Where(c => ids.Contains((Guid)(object)c.Id)).Select(c => new Part { Id = (Guid)(object)c.Id, Name = c.What }))
        .Concat(db.BackgroundDays.Where(d => ids.Contains((Guid)(object)d.Id)).Select(d => new Part { Id = (Guid)(object)d.Id, Name = d.Name }))
        .Concat(db.GatheringQuestions.Where(q => ids.Contains((Guid)(object)q.Id)).Select(q => new Part { Id = (Guid)(object)q.Id, Name = q.Words }))
        .Concat(from answer in db.GatheringAnswers where ids.Contains((Guid)(object)answer.Id) join q in db.GatheringQuestions on answer.QuestionId equals q.Id select new Part { Id = (Guid)(object)answer.Id, Name = q.Words })
        .Concat(from shift in db.Shifts where ids.Contains((Guid)(object)shift.Id) join g in db.Gatherings on shift.GatheringId equals g.Id select new Part { Id = (Guid)(object)shift.Id, Name = g.Title + ": " + shift.What })
        .Concat(from place in db.ShiftPlaces where ids.Contains((Guid)(object)place.Id) join shift in db.Shifts on place.ShiftId equals shift.Id join g in db.Gatherings on shift.GatheringId equals g.Id select new Part { Id = (Guid)(object)place.Id, Name = g.Title + ": " + shift.What })
        .Concat(from item in db.KitItems where ids.Contains((Guid)(object)item.Id) join g in db.Gatherings on item.GatheringId equals g.Id select new Part { Id = (Guid)(object)item.Id, Name = item.What ?? g.Title })
        .Concat(db.HelpRequests.Where(h => ids.Contains((Guid)(object)h.Id)).Select(h => new Part { Id = (Guid)(object)h.Id, Name = h.What }))
        .Concat(db.TalkingPoints.Where(p => ids.Contains((Guid)(object)p.Id)).Select(p => new Part { Id = (Guid)(object)p.Id, Name = p.Topic }));

    // what names a person, or nothing
    private IQueryable<Part> NamedByTheGathering(IReadOnlyCollection<Guid> ids) => (from said in db.Contributors where ids.Contains((Guid)(object)said.Id) join g in db.Gatherings on said.GatheringId equals g.Id select new Part { Id = (Guid)(object)said.Id, Name = g.Title })
        .Concat(from tie in db.GatheringTies where ids.Contains((Guid)(object)tie.Id) join g in db.Gatherings on tie.GatheringId equals g.Id select new Part { Id = (Guid)(object)tie.Id, Name = g.Title })
        .Concat(from own in db.SignUps where ids.Contains((Guid)(object)own.Id) join g in db.Gatherings on own.GatheringId equals g.Id select new Part { Id = (Guid)(object)own.Id, Name = g.Title })
        .Concat(from invited in db.GatheringInvitations where ids.Contains((Guid)(object)invited.Id) join g in db.Gatherings on invited.GatheringId equals g.Id select new Part { Id = (Guid)(object)invited.Id, Name = g.Title })
        .Concat(from guest in db.Guests where ids.Contains((Guid)(object)guest.Id) join g in db.Gatherings on guest.GatheringId equals g.Id select new Part { Id = (Guid)(object)guest.Id, Name = g.Title })
        .Concat(from there in db.Attendances where ids.Contains((Guid)(object)there.Id) join g in db.Gatherings on there.GatheringId equals g.Id select new Part { Id = (Guid)(object)there.Id, Name = g.Title })
        .Concat(from report in db.StandReports where ids.Contains((Guid)(object)report.Id) join g in db.Gatherings on report.GatheringId equals g.Id select new Part { Id = (Guid)(object)report.Id, Name = g.Title })
        .Concat(from with in db.CoArrangers where ids.Contains((Guid)(object)with.Id) join g in db.Gatherings on with.GatheringId equals g.Id select new Part { Id = (Guid)(object)with.Id, Name = g.Title });

    private async Task Series(IReadOnlyCollection<Guid> ids, Dictionary<Guid, Named> names)
    {
        var series = await db.Series.Where(s => ids.Contains((Guid)(object)s.Id)).Select(s => new { Id = (Guid)(object)s.Id, s.Name })
            .Concat(from point in db.SeriesPoints
                    where ids.Contains((Guid)(object)point.Id)
                    join s in db.Series on point.SeriesId equals s.Id
                    select new { Id = (Guid)(object)point.Id, s.Name }).ToListAsync();
        series.ForEach(s => names[s.Id] = new Named(s.Name));
    }

    private sealed class Part
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
    }
}
