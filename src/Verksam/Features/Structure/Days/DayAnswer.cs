using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.Structure.Days;

/// <summary>What was said of a proposed day for one year: taken up on its day or another, or not that year. Who said so is in the audit trail.</summary>
internal sealed class DayAnswer : Entity<DayAnswer>, IAudited
{
    private DayAnswer() { }

    /// <param name="day">When it is kept; null: not that year.</param>
    public DayAnswer(Id<YearDay> of, int year, DateOnly? day) => (YearDayId, Year, Day) = (of, year, day);

    public Id<YearDay> YearDayId { get; private set; }
    public int Year { get; private set; }
    public DateOnly? Day { get; private set; }
}

internal sealed class DayAnswerTable : IEntityTypeConfiguration<DayAnswer>
{
    public void Configure(EntityTypeBuilder<DayAnswer> builder)
    {
        builder.HasIndex(a => new { a.YearDayId, a.Year }).IsUnique();
        builder.HasOne<YearDay>().WithMany().HasForeignKey(a => a.YearDayId).OnDelete(DeleteBehavior.Cascade);
    }
}
