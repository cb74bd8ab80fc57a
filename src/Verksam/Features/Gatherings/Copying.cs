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

    /// <summary>What hangs on the one before comes along, undone: its picture and programme, what to bring, what to see to, what to talk of, and shifts without people.</summary>
    public async Task Bring(Gathering? like, IReadOnlyList<Gathering> gatherings)
    {
        if (like is null)
            return;
        var questions = await db.GatheringQuestions.AsNoTracking().Where(q => q.GatheringId == like.Id).ToListAsync();
        foreach (var (gathering, question) in gatherings.SelectMany(g => questions.Select(q => (g, q))))
            db.GatheringQuestions.Add(new GatheringQuestion(gathering.Id, question.Order)).Entity.Write(question.Words, question.Choices, question.IsRequired);
        var items = await db.BringItems.AsNoTracking().Where(b => b.GatheringId == like.Id).OrderBy(b => b.Order).ToListAsync();
        foreach (var (gathering, item) in gatherings.SelectMany(g => items.Select(i => (g, i))))
        {
            var again = new BringItem(gathering.Id, item.Order);
            again.Write(item.What, note: null);
            db.BringItems.Add(again);
        }
        if (await db.PictureOf(like.Id) is { } picture)
            db.GatheringPictures.AddRange(gatherings.Select(g => new GatheringPicture(g.Id, picture.FileId, picture.Says)));
        var shifts = await db.Shifts.AsNoTracking().Where(s => s.GatheringId == like.Id).ToListAsync();
        db.Shifts.AddRange(gatherings.SelectMany(g => shifts.Select(s => s.For(g.Id))));
        await Fill(like, gatherings);
        await Equip(like, gatherings);
    }

    private async Task Fill(Gathering like, IReadOnlyList<Gathering> gatherings)
    {
        var programme = await ProgrammeShown.Of(db, like.Id);
        foreach (var gathering in gatherings)
        {
            gathering.Receives(like.Partner, like.Fee, like.DoorsBefore);
            db.Contributors.AddRange(programme.Contributors.Select(c => c.For(gathering.Id)));
            db.Readings.AddRange(programme.Readings.Select(r => r.For(gathering.Id)));
        }
    }

    private async Task Equip(Gathering like, IReadOnlyList<Gathering> gatherings)
    {
        var kit = await db.KitItems.AsNoTracking().Where(k => k.GatheringId == like.Id).ToListAsync();
        db.KitItems.AddRange(gatherings.SelectMany(g => kit.Select(k => k.For(like, g, time.Today))));
        var points = await db.TalkingPoints.AsNoTracking().Where(p => p.GatheringId == like.Id && p.RetiredOn == null).ToListAsync();
        db.TalkingPoints.AddRange(gatherings.SelectMany(g => points.Select(p => p.For(g))));
    }

    /// <summary>They carry out the same commitments.</summary>
    public async Task Tie(Gathering like, IEnumerable<Gathering> gatherings)
    {
        var tied = await db.GatheringTies.Where(t => t.GatheringId == like.Id).Select(t => t.CommitmentId).ToListAsync();
        db.GatheringTies.AddRange(gatherings.SelectMany(g => tied.Select(t => new GatheringTie(g.Id, t))));
    }
}
