using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Verksam.Kernel.Files;

/// <summary>A file somebody brought in. Never changed; a new one takes its place.</summary>
internal sealed class StoredFile : Entity<StoredFile>
{
    public const int LongestName = 200;

    private StoredFile() { }

    public StoredFile(string name, string contentType, byte[] content, DateTimeOffset now)
    {
        var line = Path.GetFileName(name);
        Name = line.Length > LongestName ? line[^LongestName..] : line; // its end says what it is
        ContentType = contentType;
        Content = content;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        AddedAt = now;
    }

    public string Name { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public byte[] Content { get; private set; } = [];
    public string Sha256 { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(StoredFile.LongestName);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
    }
}
