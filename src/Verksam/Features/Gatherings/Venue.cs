using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Formats.Tables.Cells;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings;

/// <summary>A place where people meet (plats): where it lies, how one gets there, and who can get in.</summary>
internal sealed class Venue : Entity<Venue>, IAudited, IVersioned
{
    public const int LongestName = 100, LongestLine = 120, LongestTravel = 1000, MostPeople = 100_000;

    private Venue() { }

    public Venue(Id<Unit> unit) => UnitId = unit;

    /// <summary>The unit that keeps what is known of it; all below may use it.</summary>
    public Id<Unit> UnitId { get; private set; }

    public string Name { get; private set; } = "";
    public string? Street { get; private set; }

    /// <summary>Swedish ones as "831 30".</summary>
    public string? PostalCode { get; private set; }

    public string? Town { get; private set; }

    /// <summary>How many people there is room for; null when nobody has said.</summary>
    public int? Capacity { get; private set; }

    /// <summary>Buses, cars, the last way home.</summary>
    public string? Travel { get; private set; }

    /// <summary><see cref="Access"/> as JSON.</summary>
    public string AccessFacts { get; private set; } = "[]";

    public IReadOnlyList<AccessFact> Access => JsonSerializer.Deserialize<AccessFact[]>(AccessFacts, AccessFact.Words)!;

    /// <summary>The day somebody was there and looked how one gets in.</summary>
    public DateOnly? CheckedOn { get; private set; }

    public Id<Person>? CheckedById { get; private set; }

    /// <summary>No longer offered; gatherings that were there keep it.</summary>
    public DateOnly? RetiredOn { get; private set; }

    public int Revision { get; set; }

    /// <summary>"Samuel Permans gata 20, 831 30 Östersund"; null when nobody has said.</summary>
    public string? Address => string.Join(", ", new[] { Street, string.Join(' ', new[] { PostalCode, Town }.OfType<string>()) is { Length: > 0 } line ? line : null }.OfType<string>()) is { Length: > 0 } all ? all : null;

    /// <summary>Where a map shows it, by its address (OpenStreetMap): for whoever presses, nothing is asked there before.</summary>
    public string? OnMap => Address is { } address ? $"https://www.openstreetmap.org/search?query={Uri.EscapeDataString(address)}" : null;

    public Refusal? Describe(string name, string? street, string? postalCode, string? town)
    {
        if (OneLine.OrNull(name) is not { } line)
            return GatheringRefusals.NameMissing;
        var code = OneLine.OrNull(postalCode);
        if (code is not null && PostalCodeText.Read(code) is not { IsRead: true })
            return GatheringRefusals.NotAPostalCode;
        (Name, Street, PostalCode, Town) = (line, OneLine.OrNull(street), code is null ? null : PostalCodeText.Read(code).Value, OneLine.OrNull(town));
        return null;
    }

    public void Holds(int? capacity, string? travel) => (Capacity, Travel) = (capacity, string.IsNullOrWhiteSpace(travel) ? null : travel.ReplaceLineEndings("\n").Trim());

    /// <summary>How one gets in, as somebody has seen it.</summary>
    public void LetsIn(IEnumerable<AccessFact> facts, DateOnly? on, Id<Person>? by) =>
        (AccessFacts, CheckedOn, CheckedById) = (JsonSerializer.Serialize(facts.Where(f => f.Answer != AccessAnswer.Unknown || f.Note is not null), AccessFact.Words), on, on is null ? null : by);

    public void Retire(DateOnly? on) => RetiredOn = on;
}

/// <summary>What somebody may need to know before they come. Stored as a word: never rename.</summary>
internal enum AccessQuestion
{
    Entrance,
    Lift,
    Toilet,
    HearingLoop,
    Parking,
    Scents,
}

/// <summary>Stored as a word: never rename.</summary>
internal enum AccessAnswer
{
    Unknown,
    Yes,
    No,
}

/// <summary>One answer, with what makes it more than a yes: "Dörren är 95 cm bred."</summary>
internal sealed record AccessFact(AccessQuestion Question, AccessAnswer Answer, string? Note)
{
    public const int LongestNote = 160;

    public static readonly JsonSerializerOptions Words = new() { Converters = { new JsonStringEnumConverter() }, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

internal sealed class VenueTable : IEntityTypeConfiguration<Venue>
{
    public void Configure(EntityTypeBuilder<Venue> builder)
    {
        builder.ToTable("Venues");
        builder.Property(v => v.Name).HasMaxLength(Venue.LongestName);
        builder.Property(v => v.Street).HasMaxLength(Venue.LongestLine);
        builder.Property(v => v.PostalCode).HasMaxLength(12);
        builder.Property(v => v.Town).HasMaxLength(Venue.LongestLine);
        builder.Property(v => v.Travel).HasMaxLength(Venue.LongestTravel);
        builder.Ignore(v => v.Access);
        builder.Ignore(v => v.Address);
        builder.HasIndex(v => v.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(v => v.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.CheckedById).OnDelete(DeleteBehavior.SetNull);
    }
}

internal static class PlaceOfGathering
{
    /// <summary>Where a gathering is, of the register of places; null when it is somewhere else, or there is none.</summary>
    public static async Task<Venue?> PlaceOf(this AppDb db, Gathering? gathering, CancellationToken cancelled = default) =>
        gathering?.VenueId is { } at ? await db.Venues.AsNoTracking().SingleAsync(v => v.Id == at, cancelled) : null;

    /// <summary>The same of several, in one question.</summary>
    public static async Task<IReadOnlyDictionary<Id<Gathering>, Venue>> PlacesOf(this AppDb db, IReadOnlyCollection<Id<Gathering>> gatherings) =>
        await db.Gatherings.Where(g => gatherings.Contains(g.Id)).Join(db.Venues.AsNoTracking(), g => g.VenueId, v => v.Id, (g, venue) => new { g.Id, venue }).ToDictionaryAsync(r => r.Id, r => r.venue);
}
