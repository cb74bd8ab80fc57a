using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Activity;
using Verksam.Features.People.Timeline;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Door;

/// <summary>
/// Who took part in gatherings that were held: a row for each who was ticked, with how many they were, and one for those whom somebody counted and
/// nobody ticked. It counts on the day the gathering began.
/// </summary>
internal sealed class Attended
{
    public required Id<Gathering> Gathering { get; init; }
    public required Id<Unit> Unit { get; init; }
    public required DateTimeOffset Starts { get; init; }
    public required string Title { get; init; }

    /// <summary>Null for guests, for those who walked by, and for those who are forgotten or were only counted.</summary>
    public required Id<Person>? Person { get; init; }

    public required int Count { get; init; }

    public static IQueryable<Attended> Of(AppDb db, DateOnly first, DateOnly last)
    {
        var held = Held(db, first, last);
        var ticked =
            from there in db.Attendances
            where there.IsHere
            join gathering in held on there.GatheringId equals gathering.Id
            select new Attended { Gathering = gathering.Id, Unit = gathering.UnitId, Starts = gathering.Starts, Title = gathering.Title, Person = there.PersonId, Count = there.People };
        var counted =
            from gathering in held
            let here = db.Attendances.Where(a => a.GatheringId == gathering.Id && a.IsHere).Sum(a => (int?)a.People) ?? 0
            where gathering.Attended > here
            select new Attended { Gathering = gathering.Id, Unit = gathering.UnitId, Starts = gathering.Starts, Title = gathering.Title, Person = null, Count = (gathering.Attended ?? 0) - here };
        return ticked.Concat(counted);
    }

    /// <summary>Those of the register who were there.</summary>
    public static IQueryable<Attended> Known(AppDb db, DateOnly first, DateOnly last) =>
        from there in db.Attendances
        where there.IsHere && there.PersonId != null
        join gathering in Held(db, first, last) on there.GatheringId equals gathering.Id
        select new Attended { Gathering = gathering.Id, Unit = gathering.UnitId, Starts = gathering.Starts, Title = gathering.Title, Person = there.PersonId, Count = there.People };

    private static IQueryable<Gathering> Held(AppDb db, DateOnly first, DateOnly last)
    {
        var (begin, end) = (OurTime.EndOf(first.AddDays(-1)), OurTime.EndOf(last));
        return db.Gatherings.Where(g => (g.State == GatheringState.Held || g.State == GatheringState.Reported) && g.Starts >= begin && g.Starts < end);
    }
}

/// <summary>What somebody has been to: for the person and for whoever may change what is written about the person.</summary>
internal sealed class AttendedTimeline(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "narvaro";

    public string Name => "Door.Timeline.Name";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        if (!ask.IsOwn && !ask.Me.Can(Permission.EditPeople, ask.UnitPath))
            return [];
        var person = ask.Person.Id;
        var been = await (
            from there in db.Attendances
            where there.PersonId == person && there.IsHere
            join gathering in db.Gatherings on there.GatheringId equals gathering.Id
            where gathering.Starts < ask.Before && (gathering.State == GatheringState.Published || gathering.State == GatheringState.Held || gathering.State == GatheringState.Reported)
            orderby gathering.Starts descending
            select new { gathering.Id, gathering.Starts, gathering.Title }).Take(ask.Most).ToListAsync();
        return [.. been.Select(b => new Happening(b.Starts, texts["Door.Timeline.Was", b.Title], ask.IsOwn || ask.Me.Can(Permission.Arrange) ? $"/aktiviteter/{b.Id}" : null))];
    }
}

/// <summary>Has taken part in a gathering.</summary>
internal sealed class AttendedSign(AppDb db) : ISignOfActivity
{
    public string Key => "attended";

    public string Text => "Door.Sign";

    public IQueryable<Id<Person>> Between(DateOnly from, DateOnly to) => Attended.Known(db, from, to).Select(a => a.Person!.Value);
}
