using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Features.Planning.Sharing;
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

    /// <summary>The unit's part that it was said of; null when it was the whole.</summary>
    public Id<Part>? PartId { get; init; }

    /// <summary>Something has to be said; a word needs its reason, and some words are not one person's to say.</summary>
    public static Refusal? Of(Id<Commitment> commitment, Id<Person> by, string? text, decimal? count, Status? word, decimal? figure, DateTimeOffset now, out Report? report, Id<Part>? part = null)
    {
        report = null;
        if (string.IsNullOrWhiteSpace(text) && (word is not null || count is null))
            return word is null ? PlanningRefusals.NothingSaid : PlanningRefusals.WordNeedsReason;
        if (word is Status.Dropped or Status.NotStarted)
            return PlanningRefusals.NotAWord;
        report = new Report(commitment, by, now) { PartId = part, Text = (text ?? "").Trim(), Count = count, Word = word, Figure = figure };
        return null;
    }

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
        builder.HasOne<Part>().WithMany().HasForeignKey(r => r.PartId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(r => r.CommitmentId).OnDelete(DeleteBehavior.Cascade);
    }
}
