using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Pictures;
using Verksam.Features.Gatherings.Programme;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>A gathering like one that has been: what, where, by whom, what to bring; a year later, on the same weekday.</summary>
internal sealed class Copying(AppDb db, OurTime time)
{
    public async Task<GatheringForm> Form(Gathering like)
    {
        var form = GatheringForm.Of(like, await db.CoArrangers.Where(c => c.GatheringId == like.Id).Select(c => c.UnitId).ToListAsync());
        var (day, last) = (NextYear(form.Day, time.Today), form.LastDay);
        form.LastDay = last is { } until ? day.AddDays(until.DayNumber - form.Day.DayNumber) : null;
        form.Day = day;
        return form;
    }

    /// <summary>The same weekday of the same week (ISO 8601), so many years on that it is still to come.</summary>
    public static DateOnly NextYear(DateOnly day, DateOnly today)
    {
        var (year, week, at) = (ISOWeek.GetYear(day.ToDateTime(default)), ISOWeek.GetWeekOfYear(day.ToDateTime(default)), day.DayOfWeek);
        DateOnly next;
        do
        {
            year++;
            next = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, Math.Min(week, ISOWeek.GetWeeksInYear(year)), at));
        }
        while (next < today);
        return next;
    }

    /// <summary>
    /// What hangs on the one before comes along, undone: its picture and programme, what to bring, what to see to, what to talk of, and shifts without
    /// people. Each only where there is nothing of the sort: what somebody has written there stands.
    /// </summary>
    public async Task Bring(Gathering? like, IReadOnlyList<Gathering> gatherings)
    {
        if (like is null)
            return;
        var questions = await db.GatheringQuestions.AsNoTracking().Where(q => q.GatheringId == like.Id).ToListAsync();
        foreach (var (gathering, question) in (await Without(gatherings, db.GatheringQuestions.Select(q => q.GatheringId))).SelectMany(g => questions.Select(q => (g, q))))
            db.GatheringQuestions.Add(new GatheringQuestion(gathering.Id, question.Order)).Entity.Write(question.Words, question.Choices, question.IsRequired);
        var items = await db.BringItems.AsNoTracking().Where(b => b.GatheringId == like.Id).OrderBy(b => b.Order).ToListAsync();
        foreach (var (gathering, item) in (await Without(gatherings, db.BringItems.Select(b => b.GatheringId))).SelectMany(g => items.Select(i => (g, i))))
            db.BringItems.Add(new BringItem(gathering.Id, item.Order)).Entity.Write(item.What, note: null);
        if (await db.PictureOf(like.Id) is { } picture)
            db.GatheringPictures.AddRange((await Without(gatherings, db.GatheringPictures.Select(p => p.GatheringId))).Select(g => new GatheringPicture(g.Id, picture.FileId, picture.Says)));
        var shifts = await db.Shifts.AsNoTracking().Where(s => s.GatheringId == like.Id).ToListAsync();
        db.Shifts.AddRange((await Without(gatherings, db.Shifts.Select(s => s.GatheringId))).SelectMany(g => shifts.Select(s => s.For(g.Id))));
        await Fill(like, gatherings);
        await Equip(like, gatherings);
    }

    private async Task Fill(Gathering like, IReadOnlyList<Gathering> gatherings)
    {
        var programme = await ProgrammeShown.Of(db, like.Id);
        foreach (var gathering in gatherings.Where(g => g is { Partner: null, Fee: null, DoorsBefore: null }))
            gathering.Receives(like.Partner, like.Fee, like.DoorsBefore);
        db.Contributors.AddRange((await Without(gatherings, db.Contributors.Select(c => c.GatheringId))).SelectMany(g => programme.Contributors.Select(c => c.For(g.Id))));
        db.Readings.AddRange((await Without(gatherings, db.Readings.Select(r => r.GatheringId))).SelectMany(g => programme.Readings.Select(r => r.For(g.Id))));
    }

    private async Task Equip(Gathering like, IReadOnlyList<Gathering> gatherings)
    {
        var kit = await db.KitItems.AsNoTracking().Where(k => k.GatheringId == like.Id).ToListAsync();
        db.KitItems.AddRange((await Without(gatherings, db.KitItems.Select(k => k.GatheringId))).SelectMany(g => kit.Select(k => k.For(like, g, time.Today))));
        var points = await db.TalkingPoints.AsNoTracking().Where(p => p.GatheringId == like.Id && p.RetiredOn == null).ToListAsync();
        db.TalkingPoints.AddRange((await Without(gatherings, db.TalkingPoints.Where(p => p.GatheringId != null).Select(p => p.GatheringId!.Value))).SelectMany(g => points.Select(p => p.For(g))));
    }

    private static async Task<IReadOnlyList<Gathering>> Without(IReadOnlyList<Gathering> gatherings, IQueryable<Id<Gathering>> having)
    {
        var ids = gatherings.Select(g => g.Id).ToList();
        var found = (await having.Where(g => ids.Contains(g)).Distinct().ToListAsync()).ToHashSet();
        return [.. gatherings.Where(g => !found.Contains(g.Id))];
    }

    /// <summary>They carry out the same commitments.</summary>
    public async Task Tie(Gathering like, IReadOnlyList<Gathering> gatherings)
    {
        var tied = await db.GatheringTies.Where(t => t.GatheringId == like.Id).Select(t => t.CommitmentId).ToListAsync();
        db.GatheringTies.AddRange((await Without(gatherings, db.GatheringTies.Select(t => t.GatheringId))).SelectMany(g => tied.Select(t => new GatheringTie(g.Id, t))));
    }
}
