using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Somebody said what has happened with a commitment: a line, perhaps a count, perhaps how it stands.</summary>
internal sealed class Report : Entity<Report>, IAudited
{
    public const int LongestText = 1_000;

    private Report() { }

    public Report(Id<Commitment> commitment, Id<Person> by, DateTimeOffset at)
    {
        CommitmentId = commitment;
        By = by;
        At = at;
    }

    public Id<Commitment> CommitmentId { get; private set; }
    public Id<Person> By { get; private set; }
    public DateTimeOffset At { get; private set; }

    [Personal]
    public string Text { get; init; } = "";

    /// <summary>How many so far, when it is something one counts.</summary>
    public decimal? Count { get; init; }

    /// <summary>How it stands, when the person sets it: needs a reason in the text.</summary>
    public Status? Word { get; init; }

    /// <summary>What the commitment's measure said then.</summary>
    public decimal? Figure { get; init; }
}

internal sealed class ReportTable : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.Property(r => r.Text).HasMaxLength(Report.LongestText);
        builder.HasIndex(r => new { r.CommitmentId, r.At });
        builder.HasOne<Commitment>().WithMany().HasForeignKey(r => r.CommitmentId).OnDelete(DeleteBehavior.Cascade);
    }
}
