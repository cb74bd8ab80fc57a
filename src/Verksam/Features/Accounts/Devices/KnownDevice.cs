using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.Accounts.Devices;

/// <summary>A browser that an account has come in with before, known by a cookie that holds nothing but chance.</summary>
internal sealed class KnownDevice : Entity<KnownDevice>, IAside
{
    /// <summary>Who has not been here with it for so long is told again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private KnownDevice() { }

    public KnownDevice(Guid account, string key, DateTimeOffset now)
    {
        AccountId = account;
        KeyHash = Hash(key);
        SeenAt = now;
    }

    public Guid AccountId { get; private set; }
    public string KeyHash { get; private set; } = "";
    public DateTimeOffset SeenAt { get; private set; }

    public void Seen(DateTimeOffset now) => SeenAt = now;

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

internal sealed class KnownDeviceTable : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.Property(d => d.KeyHash).HasMaxLength(64);
        builder.HasIndex(d => new { d.AccountId, d.KeyHash }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
