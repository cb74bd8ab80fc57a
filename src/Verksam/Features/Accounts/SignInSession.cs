using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Accounts.Devices;
using Verksam.Kernel;

namespace Verksam.Features.Accounts;

/// <summary>One time somebody signed in on one device. A cookie names its session: when that has ended, a copy of the cookie is worth nothing.</summary>
internal sealed class SignInSession : Entity<SignInSession>
{
    /// <summary>Longer than any cookie lives.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(35);

    // when somebody was last here is kept by the hour: nobody needs to know more
    private static readonly TimeSpan Coarse = TimeSpan.FromHours(1);

    private SignInSession() { }

    public static SignInSession Begin(Guid account, string? userAgent, SignInStrength strength, DateTimeOffset now) =>
        new() { AccountId = account, Device = DeviceNames.Of(userAgent), Strength = strength, BeganAt = now, SeenAt = now };

    public Guid AccountId { get; private set; }

    /// <summary>"Chrome, Windows": enough to know one's own again.</summary>
    public string Device { get; private set; } = "";

    public SignInStrength Strength { get; private set; }
    public DateTimeOffset BeganAt { get; private set; }
    public DateTimeOffset SeenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;

    /// <summary>A second factor was added in it.</summary>
    public void Grow() => Strength = SignInStrength.Two;

    public bool IsSeenAgain(DateTimeOffset now) => now - SeenAt >= Coarse;
}

/// <summary>How many things of one's own it took to come in. Stored as a number.</summary>
internal enum SignInStrength
{
    /// <summary>A letter, or a password.</summary>
    One = 1,

    /// <summary>Something one has and something one knows or is.</summary>
    Two = 2,
}

internal sealed class SignInSessionTable : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.Property(s => s.Device).HasMaxLength(60);
        builder.HasIndex(s => new { s.AccountId, s.SeenAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
