using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Verksam.Kernel.Jobs;

/// <summary>
/// One run of something the schedule asks for, or somebody. The key (name, what it is about, time) makes it once, however many nodes there are.
/// </summary>
internal sealed class Job : Entity<Job>, IAside
{
    public const int MostTries = 5;

    private Job() { }

    public Job(string name, DateTimeOffset dueAt)
    {
        Name = name;
        DueAt = dueAt;
        Key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {dueAt.UtcDateTime:yyyy-MM-ddTHH:mm}");
    }

    /// <summary>Somebody has asked for it, and waits.</summary>
    public Job(string name, Guid subject, DateTimeOffset askedAt) : this(name, askedAt)
    {
        Subject = subject;
        Key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {subject} {Id}");
    }

    public string Name { get; private set; } = "";

    /// <summary>What it is about, when somebody has asked for it.</summary>
    public Guid? Subject { get; private set; }

    /// <summary>How far it has come, of <see cref="Whole"/>.</summary>
    public int Reached { get; private set; }

    /// <summary>0 as long as nobody knows.</summary>
    public int Whole { get; private set; }

    public string Key { get; private set; } = "";
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>The process that is at it, see <see cref="Holder"/>; null when nobody is.</summary>
    public string? LeasedBy { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }
    public int Tries { get; private set; }
    public string? Trouble { get; private set; }

    public bool IsLastTry => Tries + 1 >= MostTries;

    public void Done(DateTimeOffset at)
    {
        DoneAt = at;
        Trouble = LeasedBy = null;
    }

    /// <summary>Again a little later; after the last try the row stays, undone, with what went wrong.</summary>
    public void Failed(string trouble, DateTimeOffset now)
    {
        Tries++;
        Trouble = trouble.Length > 500 ? trouble[..500] : trouble;
        LeasedUntil = now + TimeSpan.FromMinutes(Math.Pow(2, Tries));
        LeasedBy = null;
    }
}

internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.Property(j => j.Name).HasMaxLength(60);
        builder.Property(j => j.Key).HasMaxLength(100);
        builder.Property(j => j.Trouble).HasMaxLength(500);
        builder.Property(j => j.LeasedBy).HasMaxLength(Holder.Longest);
        builder.HasIndex(j => j.Key).IsUnique();
        builder.HasIndex(j => new { j.DoneAt, j.DueAt });
    }
}

/// <summary>What a scheduled name does. Safe to run twice: the second finds nothing left to do.</summary>
internal interface IJob
{
    string Name { get; }

    Task Run(DateTimeOffset dueAt, CancellationToken cancelled);
}

/// <summary>
/// What somebody asks for and does not wait for. Safe to run twice: a node that was killed leaves it to the next, which finds what it is about
/// as it was before, or done.
/// </summary>
internal interface IAskedJob
{
    string Name { get; }

    /// <exception cref="OperationCanceledException">The node is asked to stop: another goes on.</exception>
    Task Run(Guid subject, Progress progress, CancellationToken cancelled);

    /// <summary>It has failed for the last time: whoever waits is told.</summary>
    Task GiveUp(Guid subject);
}

/// <summary>When something recurs, in the organisation's own time; <paramref name="Weekday"/> null is every day.</summary>
internal sealed record Recurring(string Name, TimeOnly At, DayOfWeek? Weekday = null)
{
    /// <summary>The setting of the installation that moves it: "Tuesday 18:30", or "04:00" for every day.</summary>
    public string Setting => "schedule-" + Name;

    /// <summary>As the setting says; what is not understood changes nothing.</summary>
    public Recurring Moved(string? setting)
    {
        var words = setting?.Split(' ') ?? [];
        if (words.Length is not (1 or 2) || !TimeOnly.TryParseExact(words[^1], "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var at))
            return this;
        return words.Length == 1 ? this with { At = at, Weekday = null }
            : Enum.TryParse<DayOfWeek>(words[0], out var day) && Enum.IsDefined(day) ? this with { At = at, Weekday = day } : this;
    }

    /// <summary>The latest time it should have run.</summary>
    public DateTimeOffset Latest(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Time.OurTime.Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        while (Moment(day) > now || (Weekday is { } weekday && day.DayOfWeek != weekday))
            day = day.AddDays(-1);
        return Moment(day);
    }

    private DateTimeOffset Moment(DateOnly day)
    {
        var local = day.ToDateTime(At);
        return new DateTimeOffset(local, Time.OurTime.Zone.GetUtcOffset(local));
    }
}
