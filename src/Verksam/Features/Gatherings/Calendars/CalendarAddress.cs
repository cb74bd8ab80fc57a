using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>What a person's own calendar holds. Stored as a number: never renumber.</summary>
internal enum CalendarChoice
{
    /// <summary>What they come to, wait for a seat at, are asked about or bring something to, and the shifts they stand on.</summary>
    Mine = 0,

    /// <summary>All that they may see.</summary>
    All = 1,
}

/// <summary>
/// The secret address of one person's calendar. Whoever has it reads what its owner may see on the day it is read, and nothing when that is
/// nothing. Only the secret's hash is kept.
/// </summary>
internal sealed class CalendarAddress : Entity<CalendarAddress>
{
    // programs ask every hour: when it was last is kept by the hour
    public static readonly TimeSpan Coarse = TimeSpan.FromHours(1);

    private CalendarAddress() { }

    public CalendarAddress(Id<Person> person) => PersonId = person;

    public Id<Person> PersonId { get; private set; }
    public CalendarChoice Choice { get; private set; }
    public string TokenHash { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>A new address; the one before leads nowhere any more.</summary>
    /// <returns>The secret, this once.</returns>
    public string Renew(DateTimeOffset now)
    {
        var token = Secrets.New();
        (TokenHash, MadeAt, ReadAt, ClosedAt) = (Secrets.Sum(token), now, null, null);
        return token;
    }

    public void Holds(CalendarChoice choice) => Choice = choice;

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    /// <summary>The same address leads there again.</summary>
    public void Reopen() => ClosedAt = null;
}

internal sealed class CalendarAddressTable : IEntityTypeConfiguration<CalendarAddress>
{
    public void Configure(EntityTypeBuilder<CalendarAddress> builder)
    {
        builder.Property(a => a.TokenHash).HasMaxLength(64);
        builder.HasIndex(a => a.TokenHash).IsUnique();
        builder.HasIndex(a => a.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
