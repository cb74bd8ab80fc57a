using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Activity;
using Verksam.Features.People.Timeline;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Door;

/// <summary>Somebody of the register who was ticked at a gathering that was held. It counts on the day the gathering began.</summary>
internal sealed class Attended
{
    public required Id<Person> Person { get; init; }
    public required DateTimeOffset Starts { get; init; }

    public static IQueryable<Attended> Of(AppDb db, DateOnly first, DateOnly last) =>
        from there in db.Attendances
        where there.IsHere && there.PersonId != null
        join gathering in db.Gatherings.WereHeld(first, last) on there.GatheringId equals gathering.Id
        select new Attended { Person = there.PersonId!.Value, Starts = gathering.Starts };
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

    public IQueryable<Id<Person>> Between(DateOnly from, DateOnly to) => Attended.Of(db, from, to).Select(a => a.Person);
}
