using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>
/// Somebody without an account who has signed up for one gathering that is open to all. That they come may tell a political opinion: kept by
/// their consent, for this gathering only, and forgotten thirty days after it.
/// </summary>
internal sealed class Guest : Entity<Guest>, IAudited
{
    public const int LongestEmail = 254, LongestConsent = 500;

    private Guest() { }

    /// <param name="consent">What they said yes to, as it was shown.</param>
    public Guest(Id<Gathering> gathering, string name, string email, string consent, DateTimeOffset now) =>
        (GatheringId, Name, Email, Consent, ConsentedAt) = (gathering, OneLine.Of(name), Addressed(email), consent, now);

    public Id<Gathering> GatheringId { get; private set; }

    [Personal]
    public string Name { get; private set; } = "";

    /// <summary>In small letters: one address, one guest.</summary>
    [Personal]
    public string Email { get; private set; } = "";

    public string Consent { get; private set; } = "";
    public DateTimeOffset ConsentedAt { get; private set; }

    public string First => Name.Split(' ')[0];

    public static string Addressed(string email) => email.Trim().ToLowerInvariant();
}

internal sealed class GuestTable : IEntityTypeConfiguration<Guest>
{
    public void Configure(EntityTypeBuilder<Guest> builder)
    {
        builder.Property(g => g.Name).HasMaxLength(Person.LongestName);
        builder.Property(g => g.Email).HasMaxLength(Guest.LongestEmail);
        builder.Property(g => g.Consent).HasMaxLength(Guest.LongestConsent);
        builder.HasIndex(g => new { g.GatheringId, g.Email }).IsUnique();
        builder.HasOne<Gathering>().WithMany().HasForeignKey(g => g.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }
}
