using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Measures;

/// <summary>A figure that people keep by hand, for what the program does not count yet.</summary>
internal sealed class Series : Entity<Series>, IAudited
{
    private Series() { }

    public Series(Id<Unit> unit, string name, bool adds)
    {
        UnitId = unit;
        Name = name.Trim();
        Adds = adds;
    }

    public Id<Unit> UnitId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Each point adds to the year's sum ("insändare"); otherwise the latest point is the figure ("läsare").</summary>
    public bool Adds { get; private set; }

    /// <summary>What commitments follow it by.</summary>
    public string Code => SeriesMeasure.Prefix + Id;
}

/// <summary>A figure on a day, and who wrote it.</summary>
internal sealed class SeriesPoint : Entity<SeriesPoint>, IAudited
{
    private SeriesPoint() { }

    public SeriesPoint(Id<Series> series, DateOnly day, decimal value, Id<Person>? by)
    {
        SeriesId = series;
        Day = day;
        Value = value;
        By = by;
    }

    public Id<Series> SeriesId { get; private set; }
    public DateOnly Day { get; private set; }
    public decimal Value { get; private set; }
    public Id<Person>? By { get; private set; }
}

/// <summary>What a measure said at the end of a day: kept every night, because people who are erased would change history.</summary>
internal sealed class MeasurePoint : Entity<MeasurePoint>
{
    private MeasurePoint() { }

    public MeasurePoint(Id<Unit> unit, string code, DateOnly day, Figure figure)
    {
        UnitId = unit;
        Code = code;
        Day = day;
        Value = figure.Value;
        Of = figure.Of;
    }

    public Id<Unit> UnitId { get; private set; }
    public string Code { get; private set; } = "";
    public DateOnly Day { get; private set; }
    public decimal Value { get; private set; }
    public decimal? Of { get; private set; }
}

internal sealed class SeriesTable : IEntityTypeConfiguration<Series>, IEntityTypeConfiguration<SeriesPoint>, IEntityTypeConfiguration<MeasurePoint>
{
    public void Configure(EntityTypeBuilder<Series> builder)
    {
        builder.Ignore(s => s.Code);
        builder.Property(s => s.Name).HasMaxLength(120);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SeriesPoint> builder)
    {
        builder.HasIndex(p => new { p.SeriesId, p.Day });
        builder.HasOne<Series>().WithMany().HasForeignKey(p => p.SeriesId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MeasurePoint> builder)
    {
        builder.Property(p => p.Code).HasMaxLength(60);
        builder.HasIndex(p => new { p.Code, p.UnitId, p.Day }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
    }
}
