using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Pictures;

/// <summary>The picture of a gathering. Several may have the same: those of a series, and one that was made like another.</summary>
internal sealed class GatheringPicture : Entity<GatheringPicture>, IAudited
{
    public const int LongestSays = 200, Largest = 3_000_000;

    private GatheringPicture() { }

    public GatheringPicture(Id<Gathering> gathering, Id<StoredFile> file, string says) => (GatheringId, FileId, Says) = (gathering, file, OneLine.Of(says));

    public Id<Gathering> GatheringId { get; private set; }
    public Id<StoredFile> FileId { get; private set; }

    /// <summary>What is seen, for those who do not see it.</summary>
    public string Says { get; private set; } = "";

    public void Shows(Id<StoredFile> file, string says) => (FileId, Says) = (file, OneLine.Of(says));

    /// <summary>Where those find it who see the gathering at that address. Another picture has another address, so that it may be kept.</summary>
    public string Under(string page) => $"{page}?handler=Picture&fil={FileId}";
}

internal sealed class GatheringPictureTable : IEntityTypeConfiguration<GatheringPicture>
{
    public void Configure(EntityTypeBuilder<GatheringPicture> builder)
    {
        builder.Property(p => p.Says).HasMaxLength(GatheringPicture.LongestSays);
        builder.HasIndex(p => p.GatheringId).IsUnique();
        builder.HasIndex(p => p.FileId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(p => p.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class PictureRefusals
{
    public static readonly Refusal NotAPicture = new("Pictures.Refused.NotAPicture");
}
