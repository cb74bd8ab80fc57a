using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Segments;

/// <summary>A saved question about who: asked anew each time, so that it always has those it fits.</summary>
internal sealed class Segment : Entity<Segment>, IAudited, IVersioned
{
    public const int LongestName = 80;

    private Segment() { }

    public Segment(Id<Unit> unit, Id<Person> by, string name, TermGroup terms)
    {
        (UnitId, ById) = (unit, by);
        Say(name, terms);
    }

    /// <summary>Whose it is: seen there, above it and below.</summary>
    public Id<Unit> UnitId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The question, see <see cref="SegmentText"/>. It may name somebody.</summary>
    [Personal]
    public string Terms { get; private set; } = "";

    public Id<Person>? ById { get; private set; }

    /// <summary>Put away; can be taken back.</summary>
    public DateOnly? RemovedOn { get; private set; }

    public int Revision { get; set; }

    public TermGroup Question => SegmentText.Read(Terms);

    public Refusal? Rename(string? name)
    {
        if (OneLine.OrNull(name) is not { Length: <= LongestName } line)
            return SegmentRefusals.NameMissing;
        Name = line;
        return null;
    }

    public Refusal? Say(string? name, TermGroup terms)
    {
        if (Rename(name) is { } refusal)
            return refusal;
        Terms = SegmentText.Write(terms);
        return Terms.Length > SegmentText.Longest ? SegmentRefusals.TooLong : null;
    }

    /// <param name="uses">What rests on it.</param>
    public Refusal? Remove(DateOnly today, IReadOnlyList<string> uses)
    {
        if (uses.Count > 0)
            return SegmentRefusals.InUse with { Facts = [string.Join(", ", uses)] };
        RemovedOn = today;
        return null;
    }

    public void TakeBack() => RemovedOn = null;
}

internal static class SegmentRefusals
{
    public static readonly Refusal NameMissing = new("Segments.Refused.NameMissing");
    public static readonly Refusal TooLong = new("Segments.Refused.TooLong");
    public static readonly Refusal NotReady = new("Segments.Refused.NotReady");
    public static readonly Refusal Circle = new("Segments.Refused.Circle");
    public static readonly Refusal InUse = new("Segments.Refused.InUse");
}

internal sealed class SegmentTable : IEntityTypeConfiguration<Segment>
{
    public void Configure(EntityTypeBuilder<Segment> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(Segment.LongestName);
        builder.Property(s => s.Terms).HasMaxLength(SegmentText.Longest);
        builder.Ignore(s => s.Question);
        builder.HasIndex(s => s.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
