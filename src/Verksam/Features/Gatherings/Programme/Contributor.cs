using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Programme;

/// <summary>Somebody who lectures, sits in the panel or leads the talk (medverkande), as those who come read it; often nobody of the register.</summary>
internal sealed class Contributor : Entity<Contributor>, IAudited
{
    public const int LongestName = 120, LongestAbout = 160, Most = 20;

    private Contributor() { }

    public Contributor(Id<Gathering> gathering) => GatheringId = gathering;

    public Id<Gathering> GatheringId { get; private set; }
    public int Order { get; private set; }

    [Personal]
    public string Name { get; private set; } = "";

    /// <summary>"Tandläkare i 26 år", "leder samtalet".</summary>
    [Personal]
    public string? About { get; private set; }

    public void Write(int order, string name, string? about) => (Order, Name, About) = (order, OneLine.Of(name), OneLine.OrNull(about));

    /// <summary>The same at another gathering.</summary>
    public Contributor For(Id<Gathering> gathering)
    {
        var other = new Contributor(gathering);
        other.Write(Order, Name, About);
        return other;
    }
}

internal sealed class ContributorTable : IEntityTypeConfiguration<Contributor>
{
    public void Configure(EntityTypeBuilder<Contributor> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(Contributor.LongestName);
        builder.Property(c => c.About).HasMaxLength(Contributor.LongestAbout);
        builder.HasIndex(c => new { c.GatheringId, c.Order });
        builder.HasOne<Gathering>().WithMany().HasForeignKey(c => c.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }
}
