using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Door;

/// <summary>
/// Somebody was there (närvaro): one who had signed up, one of the register, or one who walked by, with a name or without. What is taken back
/// stays as a row, so that what another phone sends later is judged by when it was. Whoever is forgotten stays as a number.
/// </summary>
internal sealed class Attendance : Entity<Attendance>, IAudited, IAboutPerson
{
    private Attendance() { }

    public Id<Gathering> GatheringId { get; private set; }

    /// <summary>Null for a guest, for one who walked by, and for one who is forgotten.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>Null for those who had not signed up.</summary>
    public Id<SignUp>? SignUpId { get; private set; }

    /// <summary>What one who walked by is called, when that was said; forgotten with the guests.</summary>
    [Personal]
    public string? Name { get; private set; }

    /// <summary>How many they were, whoever came along counted.</summary>
    public int People { get; private set; }

    public bool IsHere { get; private set; }

    /// <summary>The act it began with, by the id its phone or form gave it: the same is the same, however often it comes.</summary>
    public Guid Entry { get; private set; }

    /// <summary>The act that stands.</summary>
    public Guid Act { get; private set; }

    /// <summary>When that was done, by the phone, never later than it came here.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset ArrivedAt { get; private set; }

    public bool IsWalkUp => SignUpId is null;

    Guid? IAboutPerson.About => PersonId?.Value;

    public static Attendance Of(SignUp own) => new() { GatheringId = own.GatheringId, SignUpId = own.Id, PersonId = own.PersonId };

    /// <summary>One of the register who had not signed up.</summary>
    public static Attendance Of(Id<Gathering> gathering, Id<Person> person) => new() { GatheringId = gathering, PersonId = person };

    /// <param name="name">Null when only the number is counted.</param>
    public static Attendance WalkedBy(Id<Gathering> gathering, string? name) =>
        new() { GatheringId = gathering, Name = OneLine.OrNull(name) is { } line ? line[..Math.Min(line.Length, Person.LongestName)] : null };

    /// <summary>The latest act stands, by when it was done and not by when it came; of two at the same moment the one that came last.</summary>
    /// <returns>Whether it stands.</returns>
    public bool Hear(DoorAct act, DateTimeOffset now)
    {
        if (act.Entry == Act || act.At < At)
            return false;
        (Entry, Act, At, ArrivedAt) = (Entry == Guid.Empty ? act.Entry : Entry, act.Entry, act.At, now);
        (IsHere, People) = (act.IsHere, Math.Clamp(act.People, 1, 1 + SignUp.MostCompanions));
        return true;
    }

    /// <summary>Who was checked in as one of the register has signed up as well.</summary>
    public void Had(Id<SignUp> own) => SignUpId = own;

    public void Forget() => Name = null;
}

/// <summary>That somebody was ticked, or the tick taken away.</summary>
/// <param name="Entry">Given by the phone or the form.</param>
/// <param name="At">When it was done.</param>
/// <param name="People">How many came.</param>
internal sealed record DoorAct(Guid Entry, DateTimeOffset At, bool IsHere, int People = 1);

internal sealed class AttendanceTable : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("Attendances");
        builder.Property(a => a.Name).HasMaxLength(Person.LongestName);
        builder.HasIndex(a => a.Entry).IsUnique();
        builder.HasIndex(a => new { a.GatheringId, a.PersonId }).IsUnique();
        builder.HasIndex(a => new { a.GatheringId, a.SignUpId }).IsUnique();
        builder.HasIndex(a => new { a.PersonId, a.IsHere });
        builder.HasOne<Gathering>().WithMany().HasForeignKey(a => a.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<SignUp>().WithMany().HasForeignKey(a => a.SignUpId).OnDelete(DeleteBehavior.SetNull);
    }
}
