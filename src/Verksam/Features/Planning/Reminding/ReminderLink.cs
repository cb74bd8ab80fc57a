using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Features.Planning.Sharing;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Reminding;

/// <summary>
/// Lets one person say, without signing in, how one commitment, or a unit's part of one, goes. Only the secret's hash is kept; what takes the right away is looked up
/// each time it is used (see <see cref="ReminderLinks"/>).
/// </summary>
internal sealed class ReminderLink : Entity<ReminderLink>
{
    /// <summary>To the next letter, and a day.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(8);

    private ReminderLink() { }

    public Id<Commitment> CommitmentId { get; private init; }

    /// <summary>The part of it that the person sees to; null for the whole.</summary>
    public Id<Part>? PartId { get; private init; }

    public Id<PlanVersion> VersionId { get; private init; }
    public Id<Person> PersonId { get; private init; }

    /// <summary>The person's way in as it was: when it ends, or all its sessions do, this ends too.</summary>
    public string Stamp { get; private init; } = "";

    public string TokenHash { get; private init; } = "";
    public DateTimeOffset ExpiresAt { get; private init; }

    public static (ReminderLink Link, string Token) Give(Key what, Id<Person> person, string stamp, DateTimeOffset until)
    {
        var token = Secrets.New();
        var link = new ReminderLink
        {
            CommitmentId = what.Commitment,
            PartId = what.Part,
            VersionId = what.Version,
            PersonId = person,
            Stamp = stamp,
            TokenHash = Secrets.Sum(token),
            ExpiresAt = until,
        };
        return (link, token);
    }

    /// <summary>What a link leads to.</summary>
    /// <param name="Part">Null for the whole.</param>
    /// <param name="Version">Whose words it is in.</param>
    internal sealed record Key(Id<Commitment> Commitment, Id<Part>? Part, Id<PlanVersion> Version);
}

internal sealed class ReminderLinkTable : IEntityTypeConfiguration<ReminderLink>
{
    public void Configure(EntityTypeBuilder<ReminderLink> builder)
    {
        builder.Property(l => l.TokenHash).HasMaxLength(64);
        builder.Property(l => l.Stamp).HasMaxLength(64);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.ExpiresAt);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(l => l.CommitmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Part>().WithMany().HasForeignKey(l => l.PartId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PlanVersion>().WithMany().HasForeignKey(l => l.VersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
