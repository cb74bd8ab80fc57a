using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Reminding;

/// <summary>
/// Lets one person say, without signing in, how one commitment goes. Only the secret's hash is kept; what takes the right away is looked up
/// each time it is used (see <see cref="ReminderLinks"/>).
/// </summary>
internal sealed class ReminderLink : Entity<ReminderLink>
{
    /// <summary>To the next letter, and a day.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(8);

    private ReminderLink() { }

    public Id<Commitment> CommitmentId { get; private init; }
    public Id<PlanVersion> VersionId { get; private init; }
    public Id<Person> PersonId { get; private init; }

    /// <summary>The person's way in as it was: when it ends, or all its sessions do, this ends too.</summary>
    public string Stamp { get; private init; } = "";

    public string TokenHash { get; private init; } = "";
    public DateTimeOffset ExpiresAt { get; private init; }

    public static (ReminderLink Link, string Token) Give(Id<Commitment> commitment, Id<PlanVersion> version, Id<Person> person, string stamp, DateTimeOffset until)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var link = new ReminderLink
        {
            CommitmentId = commitment,
            VersionId = version,
            PersonId = person,
            Stamp = stamp,
            TokenHash = Hash(token),
            ExpiresAt = until,
        };
        return (link, token);
    }

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
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
        builder.HasOne<PlanVersion>().WithMany().HasForeignKey(l => l.VersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
