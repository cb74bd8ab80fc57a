using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Door;
using Verksam.Features.Gatherings.Helping;
using Verksam.Features.Gatherings.Messages;
using Verksam.Features.Gatherings.Pictures;
using Verksam.Features.Gatherings.Programme;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings;

/// <summary>What a reader is shown of one gathering.</summary>
/// <param name="HasBegun">As it was when this was read.</param>
internal sealed record GatheringSheet(Gathering Gathering, GatheringWords Words, bool MayEdit, bool HasBegun)
{
    /// <summary>Of the unit that arranges it.</summary>
    public Unit Unit { get; init; } = null!;

    public IReadOnlyList<Unit> With { get; init; } = [];
    public Venue? Venue { get; init; }
    public string Kind { get; init; } = "";
    public GatheringPicture? Picture { get; init; }
    public Person? Contact { get; init; }
    public IReadOnlyList<Promises.Promised> Promised { get; init; } = [];
    public IReadOnlyList<(BringItem Item, string? By)> Bring { get; init; } = [];
    public decimal Spent { get; init; }

    /// <summary>The next of the same series.</summary>
    public IReadOnlyList<Gathering> Others { get; init; } = [];

    /// <summary>What those who were there thought, for those who arrange.</summary>
    public Opinions? Opinions { get; init; }

    /// <summary>How many were ticked at the door; null when nobody was.</summary>
    public DoorCount? Came { get; init; }

    /// <summary>Stands at its door, from a day before until it is told of.</summary>
    public bool IsAtDoor { get; init; }

    public ComingShown Coming { get; init; } = null!;
    public ShiftsShown Shifts { get; init; } = null!;

    /// <summary>Of one where one stands out there, for those whom that concerns.</summary>
    public OnSite? OnSite { get; init; }

    /// <summary>Who takes part, and what to read before.</summary>
    public ProgrammeShown Programme { get; init; } = new([], []);

    /// <summary>Help from the unit above, for those who arrange.</summary>
    public HelpShown? Help { get; init; }

    /// <summary>What made it otherwise last, for those who may see that.</summary>
    public Id<Rearrangement>? Rearranged { get; init; }

    /// <summary>What is in the forms: what was written, where it could not be taken.</summary>
    public GatheringPage.Form Input { get; init; } = new();

    /// <summary>Somebody is said to take part, or to arrange it too from outside.</summary>
    public bool HasProgramme => Gathering.Partner is not null || Programme.Contributors.Count > 0;

    public string Here => $"/aktiviteter/{Gathering.Id}";
}

/// <summary>Reads it.</summary>
internal sealed class GatheringSheets(AppDb db, CurrentUser me, Seen seen, GatheringSheets.Parts parts)
{
    private const int MostOthers = 5;

    /// <param name="gathering">One that whoever asks may see.</param>
    public async Task<GatheringSheet> Of(Gathering gathering)
    {
        var (id, now, self) = (gathering.Id, db.Clock.GetUtcNow(), new Id<Person>(me.PersonId));
        var mayEdit = await db.Gatherings.EditableBy(me, db).AnyAsync(g => g.Id == id);
        var known = await Known(new GatheringSheet(gathering, parts.Words, mayEdit, gathering.Starts <= now));
        return await HowItWent(known with
        {
            Coming = await ComingShown.Of(db, parts.Words, gathering, self, mayEdit),
            OnSite = await parts.Sites.Of(gathering, mayEdit),
            Shifts = await ShiftsShown.Of(db, gathering, self, mayEdit),
            IsAtDoor = gathering.Starts <= now.AddDays(1) && await db.Gatherings.AtDoor(me, db).AnyAsync(g => g.Id == id),
            Others = await Others(gathering, now),
            Help = mayEdit ? await HelpShown.Of(db, gathering, known.Unit) : null,
        });
    }

    private async Task<GatheringSheet> Known(GatheringSheet bare)
    {
        var (gathering, units) = (bare.Gathering, await Units(bare.Gathering));
        return bare with
        {
            Unit = units.Single(u => u.Id == gathering.UnitId),
            With = [.. units.Where(u => u.Id != gathering.UnitId).OrderBy(u => u.Path.Length).ThenBy(u => u.Name)],
            Venue = await db.PlaceOf(gathering),
            Contact = gathering.ContactId is { } contact ? await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == contact) : null,
            Kind = (await parts.Kinds.Names()).GetValueOrDefault(gathering.Kind, gathering.Kind),
            Picture = await db.PictureOf(gathering.Id),
            Promised = await parts.Promises.TiedTo(gathering.Id),
            Programme = await ProgrammeShown.Of(db, gathering.Id),
            Bring = await BringPage.Of(db, gathering.Id),
            Spent = bare.MayEdit ? (await db.GatheringCosts.Where(c => c.GatheringId == gathering.Id).Select(c => c.Amount).ToListAsync()).Sum() : 0,
        };
    }

    private async Task<GatheringSheet> HowItWent(GatheringSheet sheet)
    {
        var (gathering, id) = (sheet.Gathering, sheet.Gathering.Id);
        var came = sheet.HasBegun ? await Came(gathering) : null;
        return sheet with
        {
            Rearranged = sheet.MayEdit && gathering.Why is not null ? await LastChange(id) : null,
            Opinions = sheet.MayEdit && sheet.HasBegun ? await Opinions.Of(db, id) : null,
            Came = came,
            Input = new GatheringPage.Form { Report = gathering.Report, Attended = gathering.Attended ?? came?.Here },
        };
    }

    private async Task<DoorCount?> Came(Gathering gathering) => await DoorCount.Of(db, gathering) is { Here: > 0 } came ? came : null;

    private async Task<IReadOnlyList<Unit>> Units(Gathering gathering)
    {
        var with = db.CoArrangers.Where(c => c.GatheringId == gathering.Id).Select(c => c.UnitId);
        return await db.Units.AsNoTracking().Where(u => u.Id == gathering.UnitId || with.Contains(u.Id)).ToListAsync();
    }

    private async Task<IReadOnlyList<Gathering>> Others(Gathering gathering, DateTimeOffset now) => gathering.SeriesId is not { } series ? []
        : await (await seen.All()).AsNoTracking().Where(g => g.SeriesId == series && g.Id != gathering.Id && g.Starts > now).OrderBy(g => g.Starts).Take(MostOthers).ToListAsync();

    private Task<Id<Rearrangement>?> LastChange(Id<Gathering> id) => db.RearrangedGatherings
        .Where(r => r.GatheringId == id && r.State == RearrangedState.Done).OrderByDescending(r => r.Id).Select(r => (Id<Rearrangement>?)r.RearrangementId).FirstOrDefaultAsync();

    internal sealed record Parts(Kinds Kinds, Promises Promises, GatheringWords Words, OnSiteReader Sites);
}
