using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings;

/// <summary>A kind of gathering as the organisation has it: one of the usual with another name or put away, or one of its own.</summary>
internal sealed class GatheringKind : Entity<GatheringKind>, IAudited
{
    public const int LongestName = 60, LongestCode = 60, Most = 60;

    private GatheringKind() { }

    /// <param name="code">A usual one's code; of one's own, a new one.</param>
    public GatheringKind(string code, int order) => (Code, Order) = (code, order);

    /// <summary>What the gatherings keep.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Null: as the texts call it.</summary>
    public string? Name { get; private set; }

    public int Order { get; private set; }

    /// <summary>No longer to choose; gatherings that are of it keep it.</summary>
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>One stands out there and meets people: there is something to see to first, a tally and a report. Null: as is usual for the code.</summary>
    public bool? IsOut { get; private set; }

    public Refusal? Rename(string? name, string? usual)
    {
        var line = OneLine.OrNull(name);
        if ((line is null && usual is null) || line?.Length > LongestName)
            return GatheringRefusals.NameMissing;
        Name = line is null || line == usual ? null : line;
        return null;
    }

    public void Retire(DateOnly? on) => RetiredOn = on;

    /// <param name="usual">What is so for the code already.</param>
    public void MeetsPeople(bool itDoes, bool usual) => IsOut = itDoes == usual ? null : itDoes;
}

internal sealed class GatheringKindTable : IEntityTypeConfiguration<GatheringKind>
{
    public void Configure(EntityTypeBuilder<GatheringKind> builder)
    {
        builder.Property(k => k.Code).HasMaxLength(GatheringKind.LongestCode);
        builder.Property(k => k.Name).HasMaxLength(GatheringKind.LongestName);
        builder.HasIndex(k => k.Code).IsUnique();
    }
}
