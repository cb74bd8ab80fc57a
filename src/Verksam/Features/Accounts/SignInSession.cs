using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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

    public static SignInSession Begin(Guid account, string? userAgent, DateTimeOffset now) =>
        new() { AccountId = account, Device = DeviceOf(userAgent ?? ""), BeganAt = now, SeenAt = now };

    public Guid AccountId { get; private set; }

    /// <summary>"Chrome, Windows": enough to know one's own again.</summary>
    public string Device { get; private set; } = "";

    public DateTimeOffset BeganAt { get; private set; }
    public DateTimeOffset SeenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;

    public bool IsSeenAgain(DateTimeOffset now) => now - SeenAt >= Coarse;

    // the order matters: Edge and Opera call themselves Chrome too, Chrome calls itself Safari, an Android is a Linux
    private static string DeviceOf(string agent)
    {
        var words = new[]
        {
            First(agent, ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")),
            First(agent, ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")),
        };
        return string.Join(", ", words.OfType<string>());
    }

    private static string? First(string agent, params ReadOnlySpan<(string Sign, string Name)> known)
    {
        foreach (var (sign, name) in known)
        {
            if (agent.Contains(sign, StringComparison.Ordinal))
                return name;
        }
        return null;
    }
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
