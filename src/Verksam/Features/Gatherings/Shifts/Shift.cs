using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People.Offers;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>
/// A part of a gathering that so many people are needed for (pass). It is kept as how long after the gathering begins it is, by the clock on the
/// wall: what moves the gathering moves its shifts.
/// </summary>
internal sealed class Shift : Entity<Shift>, IAudited, IVersioned
{
    public const int LongestWhat = 80, MostNeed = 99, Most = 200;

    /// <summary>So long before the gathering begins one may build, and so long after it carry home.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    /// <summary>Nobody stands longer: whoever writes so has changed the two times round.</summary>
    public const int LongestHours = 16;

    private Shift() { }

    public Shift(Id<Gathering> gathering) => GatheringId = gathering;

    public Id<Gathering> GatheringId { get; private set; }

    /// <summary>What one does: "Bokbord och samtal".</summary>
    public string What { get; private set; } = "";

    /// <summary>How many minutes after the gathering begins; before it when below 0.</summary>
    public int After { get; private set; }

    /// <summary>How many minutes it lasts.</summary>
    public int Lasts { get; private set; }

    /// <summary>How many people.</summary>
    public int Need { get; private set; }

    /// <summary>What it needs one to be able to.</summary>
    public Id<Skill>? SkillId { get; private set; }

    /// <summary>Those in line are asked in turn as long as a place is open.</summary>
    public bool IsAsking { get; private set; }

    public int Revision { get; set; }

    public DateTimeOffset Starts(DateTimeOffset gathering) => Wall(gathering, After);

    public DateTimeOffset Ends(DateTimeOffset gathering) => Wall(gathering, After + Lasts);

    public bool HasBegun(DateTimeOffset gathering, DateTimeOffset now) => Starts(gathering) <= now;

    public Refusal? Describe(string? what, int need, Id<Skill>? skill)
    {
        if (OneLine.OrNull(what) is not { Length: <= LongestWhat } line)
            return ShiftRefusals.WhatMissing;
        if (need is < 1 or > MostNeed)
            return ShiftRefusals.NeedsSomebody;
        (What, Need, SkillId) = (line, need, skill);
        return null;
    }

    /// <summary>When it is, by the clock on the wall; what ends before it begins ends the next day.</summary>
    public Refusal? Take(Gathering gathering, DateOnly day, TimeOnly from, TimeOnly to)
    {
        var (wall, starts) = (OurTime.Here(gathering.Starts).DateTime, day.ToDateTime(from));
        var ends = (to > from ? day : day.AddDays(1)).ToDateTime(to);
        if (from == to)
            return ShiftRefusals.NoTime;
        if ((ends - starts).TotalHours > LongestHours)
            return ShiftRefusals.TooLong with { Facts = [(int)Math.Ceiling((ends - starts).TotalHours)] };
        if (starts < wall - Margin || ends > OurTime.Here(gathering.Ends).DateTime + Margin)
            return ShiftRefusals.FarOutside;
        (After, Lasts) = ((int)(starts - wall).TotalMinutes, (int)(ends - starts).TotalMinutes);
        return null;
    }

    /// <summary>The same of another gathering, without people.</summary>
    public Shift For(Id<Gathering> other) => new(other) { What = What, After = After, Lasts = Lasts, Need = Need, SkillId = SkillId };

    /// <summary>The gathering begins at another hour, and this stays at its own.</summary>
    public void Stays(DateTimeOffset before, DateTimeOffset after) => After += (int)(OurTime.Here(before).TimeOfDay - OurTime.Here(after).TimeOfDay).TotalMinutes;

    public void Asks(bool on) => IsAsking = on;

    private static DateTimeOffset Wall(DateTimeOffset gathering, int minutes)
    {
        var wall = OurTime.Here(gathering).DateTime.AddMinutes(minutes);
        return OurTime.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
    }
}

internal sealed class ShiftTable : IEntityTypeConfiguration<Shift>
{
    public void Configure(EntityTypeBuilder<Shift> builder)
    {
        builder.ToTable("Shifts");
        builder.Property(s => s.What).HasMaxLength(Shift.LongestWhat);
        builder.HasIndex(s => s.GatheringId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(s => s.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skill>().WithMany().HasForeignKey(s => s.SkillId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal static class ShiftRefusals
{
    public static readonly Refusal WhatMissing = new("Shifts.Refused.WhatMissing");
    public static readonly Refusal NeedsSomebody = new("Shifts.Refused.NeedsSomebody");
    public static readonly Refusal NoTime = new("Shifts.Refused.NoTime");
    public static readonly Refusal FarOutside = new("Shifts.Refused.FarOutside");
    public static readonly Refusal TooLong = new("Shifts.Refused.TooLong");
    public static readonly Refusal NothingWritten = new("Shifts.Refused.NothingWritten");
    public static readonly Refusal TooMany = new("Shifts.Refused.TooMany");
    public static readonly Refusal FewerThanStand = new("Shifts.Refused.FewerThanStand");
    public static readonly Refusal SomebodyStands = new("Shifts.Refused.SomebodyStands");
    public static readonly Refusal Closed = new("Shifts.Refused.Closed");
    public static readonly Refusal Full = new("Shifts.Refused.Full");
    public static readonly Refusal IsFree = new("Shifts.Refused.IsFree");
    public static readonly Refusal CannotBeAsked = new("Shifts.Refused.CannotBeAsked");
    public static readonly Refusal Overlaps = new("Shifts.Refused.Overlaps");
    public static readonly Refusal NotYours = new("Shifts.Refused.NotYours");
    public static readonly Refusal NobodyChosen = new("Shifts.Refused.NobodyChosen");
    public static readonly Refusal NotOffered = new("Shifts.Refused.NotOffered");
}
