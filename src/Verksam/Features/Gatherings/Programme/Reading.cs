using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Programme;

/// <summary>Something to read before people meet (att läsa), where it is on the web.</summary>
internal sealed class Reading : Entity<Reading>, IAudited
{
    // room for the name of any host
    public const int LongestTitle = 255, Most = 20;

    private Reading() { }

    public Reading(Id<Gathering> gathering) => GatheringId = gathering;

    public Id<Gathering> GatheringId { get; private set; }
    public int Order { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Begins with https://.</summary>
    public string Link { get; private set; } = "";

    /// <summary>Whose site it is on; null where the title says so.</summary>
    public string? Host => new Uri(Link).Host is var host && host != Title ? host : null;

    /// <param name="title">Empty: the link says what it is.</param>
    public Refusal? Write(int order, string? title, string? link)
    {
        if (OneLine.OrNull(link) is not { } written)
            return ProgrammeRefusals.LinkMissing;
        var address = written.Contains(':', StringComparison.Ordinal) ? written : $"https://{written}"; // as one says it: www.example.org
        if (!Gathering.IsWebAddress(address) || !new Uri(address).Host.Contains('.', StringComparison.Ordinal))
            return GatheringRefusals.NotALink;
        (Order, Title, Link) = (order, OneLine.OrNull(title) ?? new Uri(address).Host, address);
        return null;
    }

    /// <summary>The same at another gathering.</summary>
    public Reading For(Id<Gathering> gathering)
    {
        var other = new Reading(gathering);
        other.Write(Order, Title, Link);
        return other;
    }
}

internal static class ProgrammeRefusals
{
    public static readonly Refusal LinkMissing = new("Programme.Refused.LinkMissing");
    public static readonly Refusal TooMany = new("Programme.Refused.TooMany", Reading.Most);
}

internal sealed class ReadingTable : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.Property(r => r.Title).HasMaxLength(Reading.LongestTitle);
        builder.Ignore(r => r.Host);
        builder.Property(r => r.Link).HasMaxLength(Gathering.LongestLink);
        builder.HasIndex(r => new { r.GatheringId, r.Order });
        builder.HasOne<Gathering>().WithMany().HasForeignKey(r => r.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }
}
