using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Something that belongs to a commitment: minutes, a page, a call for a meeting.</summary>
internal sealed class LinkedThing : Entity<LinkedThing>, IAudited
{
    public const int LongestTitle = 200;
    public const int LongestAddress = 1_000;

    private LinkedThing() { }

    private LinkedThing(Id<Commitment> commitment, Id<Person> by, DateTimeOffset at)
    {
        CommitmentId = commitment;
        By = by;
        At = at;
    }

    public Id<Commitment> CommitmentId { get; private set; }
    public Id<Person> By { get; private set; }
    public DateTimeOffset At { get; private set; }

    [Personal]
    public string Title { get; private init; } = "";

    /// <summary>https or http, or null when it is only named.</summary>
    [Personal]
    public string? Address { get; private init; }

    /// <summary>When it is or was, for what has a day.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>Links it; linking is news of the commitment.</summary>
    public static Refusal? To(Commitment commitment, string title, string? address, DateOnly? day, Id<Person> by, DateTimeOffset now, out LinkedThing? thing)
    {
        thing = null;
        var where = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
        if (where is not null && !(Uri.TryCreate(where, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            return PlanningRefusals.NotALink;
        thing = new LinkedThing(commitment.Id, by, now) { Title = title.Trim(), Address = where, Day = day };
        commitment.HasNews(now);
        return null;
    }
}

internal sealed class LinkedThingTable : IEntityTypeConfiguration<LinkedThing>
{
    public void Configure(EntityTypeBuilder<LinkedThing> builder)
    {
        builder.Property(t => t.Title).HasMaxLength(LinkedThing.LongestTitle);
        builder.Property(t => t.Address).HasMaxLength(LinkedThing.LongestAddress);
        builder.HasIndex(t => new { t.CommitmentId, t.At });
        builder.HasOne<Commitment>().WithMany().HasForeignKey(t => t.CommitmentId).OnDelete(DeleteBehavior.Cascade);
    }
}
