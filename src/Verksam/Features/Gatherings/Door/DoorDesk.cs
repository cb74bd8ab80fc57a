using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Features.People.Welcome;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Door;

/// <summary>
/// Takes in what is ticked at the door, from the screen or hours later from a phone, one act after the other: each once, and the same person on two
/// phones is one.
/// </summary>
internal sealed class DoorDesk(AppDb db, CurrentUser me, DoorTickets tickets, DoorDesk.Hands hands, Texts texts)
{
    /// <summary>The words that are read aloud to one who wants to hear more.</summary>
    public string Asked => texts["Door.Consent"];

    public async Task<DoorTaken> Take(Id<Gathering> id, DoorTold told, PhoneTime when = default) => (await Take(id, [told], when))[0];

    /// <summary>Several of a form, all or none.</summary>
    public async Task<IReadOnlyList<DoorTaken>> Take(Id<Gathering> id, IReadOnlyList<DoorTold> all, PhoneTime when = default)
    {
        var arranges = await db.Gatherings.EditableBy(me, db).AnyAsync(g => g.Id == id); // before the transaction: a first read in it would keep the next from writing
        await using var whole = await db.Database.BeginTransactionAsync();
        await db.Hold(id);
        if (await db.Gatherings.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return [.. all.Select(_ => new DoorTaken(DoorReceipt.NotYours))];
        var (now, taken) = (db.Clock.GetUtcNow(), new List<DoorTaken>());
        foreach (var told in all)
        {
            taken.Add(await Once(gathering, told, when.Here(now), arranges));
            await db.SaveChangesAsync();
        }
        var raised = db.ChangeTracker.Entries<Consent>().Any();
        await whole.CommitAsync();
        if (raised)
            await hands.Desk.Settle();
        return taken;
    }

    /// <summary>A row of the list is taken back: nobody was there.</summary>
    public async Task<bool> TakeBack(Id<Gathering> id, Id<Attendance> row) =>
        (await Take(id, new DoorTold { Entry = Guid.CreateVersion7(db.Clock.GetUtcNow()), Ticket = tickets.Write(id, DoorAbout.Row, row.Value), Here = false })).Receipt == DoorReceipt.Kept;

    private async Task<DoorTaken> Once(Gathering gathering, DoorTold told, DateTimeOffset at, bool arranges)
    {
        if (told.Entry == Guid.Empty || tickets.Read(told.Ticket) is not { } ticket || ticket.Gathering != gathering.Id || at > ticket.At + DoorTicket.Lasts)
            return new DoorTaken(DoorReceipt.NotYours);
        if (!gathering.IsOpenAt(at, arranges))
            return new DoorTaken(DoorReceipt.Closed);
        return ticket.About == DoorAbout.List ? await Walk(gathering, told, at) : await Tick(gathering.Id, ticket, told, at);
    }

    private async Task<DoorTaken> Tick(Id<Gathering> id, DoorTicket ticket, DoorTold told, DateTimeOffset at)
    {
        var (row, booked) = ticket.About switch
        {
            DoorAbout.SignUp => await OfSignUp(id, s => s.Id == new Id<SignUp>(ticket.Subject)),
            DoorAbout.Person => await OfPerson(id, new Id<Person>(ticket.Subject)),
            _ => (await db.Attendances.SingleOrDefaultAsync(a => a.GatheringId == id && a.Id == new Id<Attendance>(ticket.Subject)), 1),
        };
        if (row is null)
            return new DoorTaken(DoorReceipt.NotYours);
        var act = new DoorAct(told.Entry, at, told.Here, told.People ?? Math.Max(booked, ticket.About == DoorAbout.Row ? row.People : 1));
        return new DoorTaken(row.Hear(act, db.Clock.GetUtcNow()) ? DoorReceipt.Kept : DoorReceipt.Known, row);
    }

    private async Task<DoorTaken> Walk(Gathering gathering, DoorTold told, DateTimeOffset at)
    {
        if (await db.Attendances.SingleOrDefaultAsync(a => a.Entry == told.Entry) is { } known)
            return new DoorTaken(DoorReceipt.Known, known.GatheringId == gathering.Id ? known : null);
        var (person, said) = await Reach(gathering, told, at);
        var row = person is { } who ? (await OfPerson(gathering.Id, who)).Row! : db.Attendances.Add(Attendance.WalkedBy(gathering.Id, told.Name)).Entity;
        var kept = row.Hear(new DoorAct(told.Entry, at, true, told.People ?? Math.Max(1, row.People)), db.Clock.GetUtcNow());
        return new DoorTaken(kept ? DoorReceipt.Kept : DoorReceipt.Known, row, said);
    }

    // without a yes nothing is kept of how to reach somebody
    private async Task<(Id<Person>? Person, string? Said)> Reach(Gathering gathering, DoorTold told, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(told.Contact))
            return (null, null);
        if (!told.Consent)
            return (null, "Door.Said.NoConsent");
        if (Hand.Read(told.Contact, out var kind, out var value) is not null || value is null)
            return (null, "Door.Said.Unread");
        var person = await hands.Raised.Take(new Hand(gathering.UnitId, told.Name, kind, value, Asked, gathering.Title, at));
        await db.SaveChangesAsync();
        return (person.Id, "Door.Said.Followed");
    }

    private async Task<(Attendance? Row, int Booked)> OfPerson(Id<Gathering> id, Id<Person> person)
    {
        if (await OfSignUp(id, s => s.PersonId == person) is { Row: not null } signedUp)
            return signedUp;
        return await db.People.AnyAsync(p => p.Id == person)
            ? (await db.Attendances.SingleOrDefaultAsync(a => a.GatheringId == id && a.PersonId == person) ?? db.Attendances.Add(Attendance.Of(id, person)).Entity, 1) : (null, 1);
    }

    // whoever was ticked as one of the register first, and has signed up as well, is one
    private async Task<(Attendance? Row, int Booked)> OfSignUp(Id<Gathering> id, System.Linq.Expressions.Expression<Func<SignUp, bool>> which)
    {
        if (await db.SignUps.AsNoTracking().Where(s => s.GatheringId == id).SingleOrDefaultAsync(which) is not { } own)
            return (null, 1);
        var row = await db.Attendances.SingleOrDefaultAsync(a => a.GatheringId == id && (a.SignUpId == own.Id || (own.PersonId != null && a.PersonId == own.PersonId)));
        row?.Had(own.Id);
        return (row ?? db.Attendances.Add(Attendance.Of(own)).Entity, 1 + own.Companions);
    }

    internal sealed record Hands(HandRaised Raised, WelcomeDesk Desk);
}
