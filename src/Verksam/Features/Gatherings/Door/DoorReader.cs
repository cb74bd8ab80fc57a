using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Welcome;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Door;

/// <summary>The list at the door. Those who arrange read who is new and what somebody needs; others who stand there a name and a place.</summary>
internal sealed class DoorReader(AppDb db, CurrentUser me, DoorTickets tickets, Texts texts)
{
    public async Task<DoorShown> Of(Gathering gathering)
    {
        var arranges = await db.Gatherings.EditableBy(me, db).AnyAsync(g => g.Id == gathering.Id);
        var there = await db.Attendances.AsNoTracking().Where(a => a.GatheringId == gathering.Id).ToListAsync();
        var (towns, news) = (await Towns(gathering.Id), arranges ? await News(gathering) : []);
        var rows = (await SignedUp(gathering.Id)).Select(s => Row(gathering, s, there.Find(a => a.SignUpId == s.Own.Id || (a.PersonId is not null && a.PersonId == s.Own.PersonId))))
            .Concat((await Others(gathering.Id)).Select(o => Row(gathering, o.Row, o.Person)))
            .Select(r => r.Dressed(towns, news, arranges, texts)).OrderBy(r => r.Name, StringComparer.Create(Languages.Swedish, ignoreCase: true)).ToList();
        return new DoorShown(gathering, rows, [.. there.Where(a => a is { IsHere: true, SignUpId: null, PersonId: null }).OrderBy(a => a.At).Select(a => new DoorWalk(a.Id, a.Name))],
            tickets.Write(gathering.Id, DoorAbout.List, Guid.Empty), await DoorCount.Of(db, gathering), arranges);
    }

    private DoorRow Row(Gathering gathering, Signed signed, Attendance? there)
    {
        var (own, person) = (signed.Own, signed.Person);
        return new DoorRow(DoorCode.Print(DoorCode.Of(own.Id)), tickets.Write(gathering.Id, DoorAbout.SignUp, own.Id.Value), person?.Name ?? signed.Guest ?? texts["Coming.Forgotten"], person)
        {
            SignUp = own,
            Booked = 1 + own.Companions,
            Here = there?.IsHere == true ? there.People : 0,
            IsHost = person is not null && person.Id == gathering.ContactId,
        };
    }

    private DoorRow Row(Gathering gathering, Attendance there, Person person) =>
        new(DoorCode.Print(there.Id.ToString()), tickets.Write(gathering.Id, DoorAbout.Row, there.Id.Value), person.Name, person) { Booked = there.People, Here = there.People, IsHost = person.Id == gathering.ContactId };

    // who has said that they come, or wait to; and who was there although they had said that they do not
    private Task<List<Signed>> SignedUp(Id<Gathering> id) => (
        from own in db.SignUps.AsNoTracking()
        where own.GatheringId == id && ((own.State != SignUpState.Left && !own.IsOnline) || db.Attendances.Any(a => a.SignUpId == own.Id && a.IsHere))
        from person in db.People.AsNoTracking().Where(p => p.Id == own.PersonId).DefaultIfEmpty()
        from guest in db.Guests.Where(u => u.Id == own.GuestId).DefaultIfEmpty()
        select new Signed(own, person, guest == null ? null : guest.Name)).ToListAsync();

    private async Task<List<(Attendance Row, Person Person)>> Others(Id<Gathering> id) => (await (
        from there in db.Attendances.AsNoTracking()
        where there.GatheringId == id && there.IsHere && there.SignUpId == null
        join person in db.People.AsNoTracking() on there.PersonId equals person.Id
        select new { there, person }).ToListAsync()).ConvertAll(o => (o.there, o.person));

    private async Task<Dictionary<Id<Person>, string?>> Towns(Id<Gathering> id) => (await db.Addresses.Where(a => a.Kind == AddressKind.Home
            && (db.SignUps.Any(s => s.GatheringId == id && s.PersonId == a.PersonId) || db.Attendances.Any(t => t.GatheringId == id && t.PersonId == a.PersonId)))
        .Select(a => new { a.PersonId, a.Town }).ToListAsync()).ToDictionary(a => a.PersonId, a => a.Town);

    // a member since lately, and none before
    private async Task<HashSet<Id<Person>>> News(Gathering gathering)
    {
        var (id, from) = (gathering.Id, OurTime.DayOf(gathering.Starts).AddDays(-NewOnes.WindowDays));
        return [.. await db.Relations.Where(r => r.Kind == RelationKind.Member && r.From >= from && r.To == null
            && (db.SignUps.Any(s => s.GatheringId == id && s.PersonId == r.PersonId) || db.Attendances.Any(t => t.GatheringId == id && t.PersonId == r.PersonId))
            && !db.Relations.Any(b => b.PersonId == r.PersonId && b.Kind == RelationKind.Member && b.From < from)).Select(r => r.PersonId).ToListAsync()];
    }

    private sealed record Signed(SignUp Own, Person? Person, string? Guest);
}

/// <summary>The list, as one who stands at the door sees it.</summary>
internal sealed record DoorShown(Gathering Gathering, IReadOnlyList<DoorRow> Rows, IReadOnlyList<DoorWalk> Walks, string Ticket, DoorCount Count, bool Arranges)
{
    public IEnumerable<DoorRow> New => Rows.Where(r => r.IsNew);

    public IEnumerable<DoorRow> Missing => Rows.Where(r => r.Here == 0);
}

/// <summary>One who walked by.</summary>
internal sealed record DoorWalk(Id<Attendance> Id, string? Name);

/// <summary>One line of the list.</summary>
/// <param name="Key">What every phone knows it by.</param>
internal sealed record DoorRow(string Key, string Ticket, string Name, Person? Person)
{
    public SignUp? SignUp { get; init; }

    /// <summary>How many were to come.</summary>
    public int Booked { get; init; } = 1;

    /// <summary>How many are here; 0 when none is.</summary>
    public int Here { get; init; }

    public bool IsHost { get; init; }
    public bool IsNew { get; private init; }
    public string? Place { get; private init; }

    /// <summary>What is told of them besides: "Ny medlem. Två personer".</summary>
    public string Notes { get; private init; } = "";

    /// <summary>May stay in a phone; whose identity is protected never does.</summary>
    public bool IsKept => Person?.IsProtected != true;

    public DoorRow Dressed(Dictionary<Id<Person>, string?> towns, HashSet<Id<Person>> news, bool arranges, Texts texts)
    {
        var isNew = Person is not null && news.Contains(Person.Id);
        string?[] notes =
        [
            IsHost ? texts["Door.Host"] : null,
            isNew ? texts["Door.New"] : null,
            Booked > 1 ? texts.Capital(texts.Count("Door.People", Booked)) : null,
            SignUp is { State: SignUpState.Waiting or SignUpState.Offered } ? texts["Door.Waits"] : SignUp is null ? texts["Door.NotSignedUp"] : null,
            arranges ? SignUp?.Needs : null,
        ];
        return this with { IsNew = isNew, Place = Person is { IsProtected: false } known ? towns.GetValueOrDefault(known.Id) : null, Notes = string.Join(". ", notes.OfType<string>()) };
    }
}
