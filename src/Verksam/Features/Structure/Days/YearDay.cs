using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Structure.Days;

/// <summary>What sort of day it is. Stored as a number: never renumber.</summary>
internal enum YearDayKind
{
    /// <summary>8 mars, 1 maj (högtid).</summary>
    Feast = 0,

    /// <summary>An annual meeting, a conference.</summary>
    Meeting = 1,

    /// <summary>Something must be done by then.</summary>
    Deadline = 2,

    Election = 3,

    /// <summary>Something is so many years old; proposed in the years one keeps.</summary>
    Anniversary = 4,
}

/// <summary>A day that comes back and is proposed each year it falls in: with where its rule is known from, since laws and customs change.</summary>
internal sealed class YearDay : Entity<YearDay>, IAudited, IVersioned
{
    public const int LongestName = 120;
    public const int LongestSource = 300;

    private YearDay() { }

    public YearDay(Id<Unit> unit) => UnitId = unit;

    public Id<Unit> UnitId { get; private set; }
    public string Name { get; private set; } = "";
    public YearDayKind Kind { get; private set; }
    public DayRule Rule { get; private set; } = new();

    /// <summary>Where the rule is known from: a law, a page, the statutes.</summary>
    public string? Source { get; private set; }

    public int Revision { get; set; }

    public Refusal? Describe(string name, YearDayKind kind, DayRule rule, string? source)
    {
        if (OneLine.Of(name).Length == 0)
            return DayRefusals.NameMissing;
        if (!rule.IsDay)
            return DayRefusals.NoSuchDay;
        if (kind == YearDayKind.Anniversary && rule.FirstYear is null)
            return DayRefusals.YearMissing;
        (Name, Kind, Rule, Source) = (OneLine.Of(name), kind, rule, OneLine.OrNull(source));
        return null;
    }

    /// <summary>The day in a year; null when it does not come then.</summary>
    public DateOnly? In(int year) =>
        Kind == YearDayKind.Anniversary && !DayRule.IsKept(year - Rule.FirstYear!.Value) ? null : Rule.In(year);

    /// <summary>How old it is in a year, of an anniversary.</summary>
    public int? Age(int year) => Kind == YearDayKind.Anniversary ? year - Rule.FirstYear : null;
}

internal static class DayRefusals
{
    public static readonly Refusal NameMissing = new("Structure.Refused.NameMissing");
    public static readonly Refusal NoSuchDay = new("Structure.Refused.NoSuchDay");
    public static readonly Refusal YearMissing = new("Structure.Refused.YearMissing");
    public static readonly Refusal NotThatYear = new("Structure.Refused.NotThatYear");
}

internal sealed class YearDayTable : IEntityTypeConfiguration<YearDay>
{
    public void Configure(EntityTypeBuilder<YearDay> builder)
    {
        builder.Property(d => d.Name).HasMaxLength(YearDay.LongestName);
        builder.Property(d => d.Source).HasMaxLength(YearDay.LongestSource);
        builder.ComplexProperty(d => d.Rule);
        builder.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Cascade);
    }
}
