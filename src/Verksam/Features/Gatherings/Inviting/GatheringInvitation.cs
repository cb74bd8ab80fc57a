using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Inviting;

/// <summary>What somebody answered. Stored as a number: never renumber.</summary>
internal enum InvitedAnswer
{
    Yes = 0,
    Maybe = 1,
    No = 2,
}

/// <summary>Somebody was asked to come (inbjudan); by letter, or by phone when they have no address.</summary>
internal sealed class GatheringInvitation : Entity<GatheringInvitation>, IAudited, IAboutPerson
{
    public const int Most = 2000;

    private GatheringInvitation() { }

    public GatheringInvitation(Id<Gathering> gathering, Id<Person> person, Id<Person> by, DateTimeOffset now) => (GatheringId, PersonId, ById, At) = (gathering, person, by, now);

    public Id<Gathering> GatheringId { get; private set; }
    public Id<Person> PersonId { get; private set; }
    public Id<Person>? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>When the page of the letter was opened in a browser; programs that only fetch it do not count.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    public InvitedAnswer? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>How often they have been reminded.</summary>
    public int Reminders { get; private set; }

    /// <summary>What the link of the letter is known by (SHA-256).</summary>
    [Personal]
    public string? LinkPrint { get; private set; }

    /// <summary>The secret of the link, sealed: a reminder needs it again.</summary>
    [Personal]
    public string? LinkSealed { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;

    public void HasLink(string print, string sealedSecret) => (LinkPrint, LinkSealed) = (print, sealedSecret);

    public void IsOpened(DateTimeOffset now) => OpenedAt ??= now;

    public void Says(InvitedAnswer answer, DateTimeOffset now) => (Answer, AnsweredAt, OpenedAt) = (answer, now, OpenedAt ?? now);

    public void IsReminded() => Reminders++;

    /// <summary>The last reminder never left.</summary>
    public void IsNotReminded() => Reminders--;
}

internal sealed class InvitationTable : IEntityTypeConfiguration<GatheringInvitation>
{
    public void Configure(EntityTypeBuilder<GatheringInvitation> builder)
    {
        builder.Property(i => i.LinkPrint).HasMaxLength(64);
        builder.Property(i => i.LinkSealed).HasMaxLength(400);
        builder.HasIndex(i => new { i.GatheringId, i.PersonId }).IsUnique();
        builder.HasIndex(i => i.LinkPrint).IsUnique();
        builder.HasIndex(i => i.PersonId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(i => i.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
