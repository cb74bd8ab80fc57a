using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Verksam.Kernel.Files;

/// <summary>What is known of a file somebody brought in. Never changed; a new one takes its place. What is in it, the archive knows.</summary>
internal sealed class StoredFile : Entity<StoredFile>
{
    public const int LongestName = 200;

    private StoredFile() { }

    public StoredFile(string name, string contentType, string sha256, DateTimeOffset now)
    {
        var line = Path.GetFileName(name);
        Name = line.Length > LongestName ? line[^LongestName..] : line; // its end says what it is
        ContentType = contentType;
        Sha256 = sha256;
        AddedAt = now;
    }

    public string Name { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>For the model alone: the snapshot of a migration can say that there are always some, if only none, of a navigation only.</summary>
    private FileBytes Bytes { get; set; } = null!;
}

/// <summary>The same row's bytes: none when they are kept outside the database. Apart, so that who asks for a file does not get all of it.</summary>
internal sealed class FileBytes
{
    public static readonly byte[] None = [];

    private FileBytes() { }

    public FileBytes(Id<StoredFile> file) => Id = file;

    public Id<StoredFile> Id { get; private set; }
    public byte[] Content { get; set; } = None;
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>, IEntityTypeConfiguration<FileBytes>
{
    private const string Table = "Files";

    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable(Table);
        builder.Property(f => f.Name).HasMaxLength(StoredFile.LongestName);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.HasOne<FileBytes>("Bytes").WithOne().HasForeignKey<FileBytes>(b => b.Id);
        builder.Navigation("Bytes").IsRequired();
    }

    public void Configure(EntityTypeBuilder<FileBytes> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(b => b.Id);
    }
}
