using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>What goes on behind the gatherings. Stored as a number: never renumber.</summary>
internal enum BackgroundKind
{
    /// <summary>The schools are closed.</summary>
    SchoolHoliday = 0,

    /// <summary>Votes are cast.</summary>
    Election = 1,

    Other = 2,
}

/// <summary>Days that are good to know of when one arranges something (kalenderdagar): from and to, and where that is known from.</summary>
internal sealed class BackgroundDay : Entity<BackgroundDay>, IAudited
{
    public const int LongestName = 80, LongestSource = 300, MostDays = 366;

    public string Name { get; private set; } = "";
    public BackgroundKind Kind { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>The last of them.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Where it is known from: a school's page, an authority's.</summary>
    public string? Source { get; private set; }

    /// <summary>Shown no more.</summary>
    public DateOnly? RemovedOn { get; private set; }

    public Refusal? Describe(string? name, BackgroundKind kind, DateOnly from, DateOnly to, string? source)
    {
        if (OneLine.OrNull(name) is not { Length: <= LongestName } line)
            return BackgroundRefusals.NameMissing;
        if (to < from)
            return BackgroundRefusals.EndsBeforeItBegins;
        if (to.DayNumber - from.DayNumber >= MostDays)
            return BackgroundRefusals.TooLong;
        (Name, Kind, From, To, Source) = (line, kind, from, to, OneLine.OrNull(source));
        return null;
    }

    public void Remove(DateOnly today) => RemovedOn = today;

    /// <summary>It was right after all.</summary>
    public void Restore() => RemovedOn = null;
}

internal static class BackgroundRefusals
{
    public static readonly Refusal NameMissing = new("Calendars.Refused.NameMissing");
    public static readonly Refusal EndsBeforeItBegins = new("Calendars.Refused.EndsBeforeItBegins");
    public static readonly Refusal TooLong = new("Calendars.Refused.TooLong");
}

internal sealed class BackgroundDayTable : IEntityTypeConfiguration<BackgroundDay>
{
    public void Configure(EntityTypeBuilder<BackgroundDay> builder)
    {
        builder.Property(d => d.Name).HasMaxLength(BackgroundDay.LongestName);
        builder.Property(d => d.Source).HasMaxLength(BackgroundDay.LongestSource);
        builder.HasIndex(d => d.From);
    }
}
