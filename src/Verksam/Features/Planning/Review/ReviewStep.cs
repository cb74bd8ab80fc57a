using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Review;

/// <summary>One press while reviewing, with how things stood before it, so that it can be taken back.</summary>
internal sealed class ReviewStep : Entity<ReviewStep>
{
    private ReviewStep() { }

    public ReviewStep(Id<PlanVersion> version, Id<Person> by, DateTimeOffset at, IReadOnlyList<Commitment.Snapshot> before, IReadOnlyList<Guid> created)
    {
        VersionId = version;
        By = by;
        At = at;
        BeforeJson = JsonSerializer.Serialize(before);
        CreatedJson = JsonSerializer.Serialize(created);
    }

    public Id<PlanVersion> VersionId { get; private set; }
    public Id<Person> By { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string BeforeJson { get; private set; } = "[]";
    public string CreatedJson { get; private set; } = "[]";

    public IReadOnlyList<Commitment.Snapshot> Before => JsonSerializer.Deserialize<List<Commitment.Snapshot>>(BeforeJson)!;

    public IReadOnlyList<Guid> Created => JsonSerializer.Deserialize<List<Guid>>(CreatedJson)!;
}

internal sealed class ReviewStepTable : IEntityTypeConfiguration<ReviewStep>
{
    public void Configure(EntityTypeBuilder<ReviewStep> builder)
    {
        builder.Ignore(s => s.Before).Ignore(s => s.Created);
        builder.HasIndex(s => s.VersionId);
        builder.HasOne<PlanVersion>().WithMany().HasForeignKey(s => s.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
