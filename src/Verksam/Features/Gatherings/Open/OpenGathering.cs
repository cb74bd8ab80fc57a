using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Pictures;
using Verksam.Features.Gatherings.Programme;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.Gatherings.Open;

/// <summary>A gathering as anybody may see it: no names of people but of those who are told to take part, and no link but for those who come.</summary>
/// <param name="Units">The units that arrange it, the one that keeps it first.</param>
/// <param name="Left">Seats that are free; null when there is room for all.</param>
/// <param name="Was">When and where it was before it was rearranged.</param>
internal sealed record OpenGathering(Gathering Gathering, IReadOnlyList<Unit> Units, Venue? Venue, string Kind, int? Left, Before? Was, GatheringPicture? Picture, ProgrammeShown Programme)
{
    public bool IsOpen(DateTimeOffset now) => Gathering.State == GatheringState.Published && Gathering.Starts > now;

    public string Url => $"/kalender/{Gathering.Id}";

    /// <summary>Null when it is not there for all.</summary>
    public static async Task<OpenGathering?> Find(AppDb db, Kinds kinds, Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().Public().SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return null;
        var units = await db.Units.AsNoTracking().Where(u => u.Id == gathering.UnitId || db.CoArrangers.Any(c => c.GatheringId == id && c.UnitId == u.Id)).ToListAsync();
        var venue = await db.PlaceOf(gathering);
        var held = gathering.Seats is null ? 0 : await db.SignUps.Held(id);
        return new OpenGathering(gathering, [.. units.OrderBy(u => u.Id != gathering.UnitId).ThenBy(u => u.Name)], venue,
            (await kinds.Names()).GetValueOrDefault(gathering.Kind, gathering.Kind), gathering.Seats is { } seats ? Math.Max(0, seats - held) : null, await Earlier(db, gathering),
            await db.PictureOf(id), await ProgrammeShown.Of(db, id));
    }

    /// <summary>What is otherwise than it was at first; null when nothing is.</summary>
    public FromTo? Became(GatheringWords words) => Was is not { Row: var row, Venue: var there } ? null
        : new FromTo(words.Moment(row.Starts, row.Ends), words.Where(there, row.Spot, row.Link is not null), words.Moment(Gathering), words.Where(Gathering, Venue));

    private static async Task<Before?> Earlier(AppDb db, Gathering gathering)
    {
        if (gathering.Why is null)
            return null;
        var isDigital = gathering.IsDigital;
        var rows = db.RearrangedGatherings.AsNoTracking().Where(r => r.GatheringId == gathering.Id && r.State == RearrangedState.Done
            && (r.Starts != gathering.Starts || r.Ends != gathering.Ends || r.VenueId != gathering.VenueId || r.Spot != gathering.Spot || (r.Link != null) != isDigital));
        return await rows.OrderBy(r => r.Id).Select(r => new Before(r, db.Venues.SingleOrDefault(v => v.Id == r.VenueId))).FirstOrDefaultAsync();
    }

    /// <summary>As search engines read it (schema.org/Event). What is cancelled or moved keeps its page and says so.</summary>
    public string ForMachines(Installation installation, string organiser)
    {
        var (g, page) = (Gathering, installation.PublicUrl + Url);
        var said = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Event",
            ["name"] = g.Title,
            ["url"] = page,
            ["startDate"] = Local(g.Starts),
            ["endDate"] = Local(g.Ends),
            ["eventStatus"] = $"https://schema.org/{(g.State == GatheringState.Cancelled ? "EventCancelled" : IsMovedInTime ? "EventRescheduled" : "EventScheduled")}",
            ["eventAttendanceMode"] = $"https://schema.org/{(g.IsPhysical, g.IsDigital) switch { (true, true) => "Mixed", (false, true) => "Online", _ => "Offline" }}EventAttendanceMode",
            ["location"] = Places(page),
            ["organizer"] = new JsonObject { ["@type"] = "Organization", ["name"] = organiser },
        };
        if (g.Lead is { } lead)
            said["description"] = lead;
        if (Picture is { } picture)
            said["image"] = installation.PublicUrl + picture.Under(Url);
        Programmed(said);
        if (IsMovedInTime && g.State != GatheringState.Cancelled)
            said["previousStartDate"] = Local(Was!.Row.Starts);
        return said.ToJsonString(); // < and > are escaped: the text can end no element
    }

    private void Programmed(JsonObject said)
    {
        if (Gathering.Doors is { } doors)
            said["doorTime"] = Local(doors);
        if (Gathering.Fee is { } fee)
            (said["isAccessibleForFree"], said["offers"]) = (fee == 0, new JsonObject { ["@type"] = "Offer", ["price"] = fee, ["priceCurrency"] = "SEK" });
        if (Programme.Contributors.Count > 0)
            said["performer"] = new JsonArray([.. Programme.Contributors.Select(c => new JsonObject { ["@type"] = "Person", ["name"] = c.Name })]);
        if (Gathering.Partner is { } partner)
            said["contributor"] = new JsonObject { ["@type"] = "Organization", ["name"] = partner };
    }

    private JsonArray Places(string page)
    {
        var (g, places) = (Gathering, new JsonArray());
        if (g.IsPhysical)
            places.Add(new JsonObject { ["@type"] = "Place", ["name"] = Venue?.Name ?? g.Spot, ["address"] = Venue?.Address ?? Venue?.Name ?? g.Spot });
        if (g.IsDigital)
            places.Add(new JsonObject { ["@type"] = "VirtualLocation", ["url"] = page });
        return places;
    }

    private bool IsMovedInTime => Was is { } before && before.Row.Starts != Gathering.Starts;

    private static string Local(DateTimeOffset at) => Kernel.Time.OurTime.Here(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A gathering as it was before somebody rearranged it.</summary>
/// <param name="Venue">Where it was, of the register of places.</param>
internal sealed record Before(RearrangedGathering Row, Venue? Venue);
