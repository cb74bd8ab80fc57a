using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>Finds the gatherings that somebody means, and shows what would become of each and who would be told.</summary>
internal sealed class Previewing(AppDb db, CurrentUser me, Concerned concerned, GatheringWords words)
{
    /// <summary>Those that are published, have not begun, and that one may change.</summary>
    public IQueryable<Gathering> Open(DateTimeOffset now) =>
        db.Gatherings.AsNoTracking().EditableBy(me, db).Where(g => g.State == GatheringState.Published && g.Starts > now);

    public async Task<IReadOnlyList<Gathering>> Meant(RearrangeForm form, DateTimeOffset now) =>
        await Narrowed(form, Open(now)).OrderBy(g => g.Starts).ThenBy(g => g.Id).Take(Rearrangement.Most).ToListAsync();

    private IQueryable<Gathering> Narrowed(RearrangeForm form, IQueryable<Gathering> open)
    {
        if (form.One is { } one)
            return open.Where(g => g.Id == one);
        if (form.Series is { } series)
            return open.Where(g => g.SeriesId == series);
        if (form.First is { } first && OurTime.EndOf(first.AddDays(-1)) is var from)
            open = open.Where(g => g.Starts >= from);
        if (form.Last is { } last && OurTime.EndOf(last) is var to)
            open = open.Where(g => g.Starts < to);
        if (form.Unit is { } unit)
            open = open.Where(g => db.Units.Any(u => u.Id == g.UnitId && db.Units.Any(above => above.Id == unit && u.Path.StartsWith(above.Path))));
        if (form.Kind is { Length: > 0 } kind)
            open = open.Where(g => g.Kind == kind);
        if (form.Physical)
            open = open.Where(g => g.VenueId != null || g.Spot != null);
        // its own seats, else those of the place; of a place without a number nobody knows: it is shown, to be judged
        return form.Over is { } many ? open.Where(g => g.Seats != null ? g.Seats > many : !db.Venues.Any(v => v.Id == g.VenueId && v.Capacity <= many)) : open;
    }

    /// <param name="gatherings">Not tracked: each is changed here as it would be.</param>
    public async Task<Preview> Of(Rearrangement asked, IReadOnlyList<Gathering> gatherings, DateTimeOffset now)
    {
        IReadOnlyList<Id<Gathering>> ids = [.. gatherings.Select(g => g.Id)];
        var (told, guests) = (await concerned.By(ids, CancellationToken.None), (await concerned.Guests(ids, CancellationToken.None)).ToLookup(u => u.GatheringId));
        var people = await People([.. told.SelectMany(g => g).Distinct().Where(p => p != asked.ById)]);
        var places = gatherings.Select(g => g.VenueId).Append(asked.VenueId).OfType<Id<Venue>>().ToHashSet();
        var venues = await db.Venues.AsNoTracking().Where(v => places.Contains(v.Id)).ToDictionaryAsync(v => v.Id);
        var keepers = gatherings.Select(g => g.UnitId).ToHashSet();
        var units = await db.Units.Where(u => keepers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name);
        return new Preview([.. gatherings.Select(g => Row(g))], [.. people.Values.Where(p => p.Email is not null), .. guests.SelectMany(u => u).DistinctBy(u => u.Email).Select(u => new Told(null, u.Name, u.Email, null))], [.. people.Values.Where(p => p.Email is null)]);

        PreviewRow Row(Gathering g)
        {
            var (was, at, room) = (words.Moment(g), words.Where(g, Venue(g)), g.Seats ?? (g.VenueId is { } v ? venues[v].Capacity : null));
            var no = RearrangeJob.Change(asked, g, now) ?? (g.State == GatheringState.Published && g.Starts <= now ? RearrangingRefusals.TooLate : null);
            return new PreviewRow(g.Id, g.Revision, g.Title, units[g.UnitId], was, at, words.Moment(g), words.Where(g, Venue(g)), told[g.Id].Count(people.ContainsKey) + guests[g.Id].Count(), room is null, no);
        }

        Venue? Venue(Gathering g) => g.VenueId is { } id ? venues[id] : null;
    }

    /// <summary>Those who are told, by name.</summary>
    public async Task<IReadOnlyDictionary<Id<Person>, Told>> People(IReadOnlyCollection<Id<Person>> ids) =>
        (await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => EF.Functions.Collate(p.NameFolded, db.SwedishOrder))
            .Select(p => new Told(p.Id, p.Name, p.Email, p.Phone)).ToListAsync()).ToDictionary(p => p.Id!.Value);
}

/// <summary>Somebody whom it concerns; without an address they are rung.</summary>
/// <param name="Id">Null for one without an account.</param>
internal sealed record Told(Id<Person>? Id, string Name, string? Email, string? Phone);

/// <param name="Told">Who gets a letter.</param>
/// <param name="ToCall">Who has no address.</param>
internal sealed record Preview(IReadOnlyList<PreviewRow> Rows, IReadOnlyList<Told> Told, IReadOnlyList<Told> ToCall)
{
    /// <summary>So many are named; of the others it is said how many they are.</summary>
    public const int MostNames = 200;

    public IReadOnlyList<Told> Named => [.. Told.Take(MostNames)];
}

/// <param name="Was">When it is now.</param>
/// <param name="At">Where it is now.</param>
/// <param name="IsRoomUnknown">Nobody knows how many have room.</param>
/// <param name="No">Why it cannot be done.</param>
internal sealed record PreviewRow(Id<Gathering> Id, int Revision, string Title, string Unit, string Was, string At, string Becomes, string There, int Told, bool IsRoomUnknown, Refusal? No)
{
    public string Value => $"{Id} {Revision}";
}

/// <summary>When and where something was, and is; what stays is said once.</summary>
internal sealed record FromTo(string Was, string At, string Becomes, string There)
{
    public bool IsMoved => Was != Becomes;
    public bool IsElsewhere => At != There;
}
