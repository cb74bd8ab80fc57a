using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning;

/// <summary>What one unit has decided to do in one year. Its text lives in versions, its promises in commitments.</summary>
internal sealed class Plan : Entity<Plan>, IAudited
{
    private Plan() { }

    public Plan(Id<Unit> unit, int year)
    {
        UnitId = unit;
        Year = year;
    }

    public Id<Unit> UnitId { get; private set; }
    public int Year { get; private set; }

    /// <summary>The last running number given in each chapter ("3:7 4:2"): a number is never used again.</summary>
    public string NumbersGiven { get; private set; } = "";

    /// <summary>The next number of a chapter, from 1.</summary>
    public int NextNumber(int chapter)
    {
        var given = NumbersGiven.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split(':')).ToDictionary(pair => Parse(pair[0]), pair => Parse(pair[1]));
        given[chapter] = given.GetValueOrDefault(chapter) + 1;
        NumbersGiven = string.Join(' ', given.OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Value}"));
        return given[chapter];
    }

    private static int Parse(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class PlanTable : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.HasIndex(p => new { p.UnitId, p.Year }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
