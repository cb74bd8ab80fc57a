using Verksam.Kernel;

namespace Verksam.Features.People.Welcome;

/// <summary>Somebody new was invited to something: by whom, when, and to what, as it was said then.</summary>
internal sealed class WelcomeInvitation : Entity<WelcomeInvitation>, IAudited, IAboutPerson
{
    private WelcomeInvitation() { }

    public WelcomeInvitation(WelcomeCase of, Invite to, Id<Person> by, DateTimeOffset now)
    {
        (CaseId, PersonId, ById, At, InvitedOn) = (of.Id, of.PersonId, by, now, Kernel.Time.OurTime.DayOf(now));
        (What, When, Where) = (to.What, to.When, to.Where);
    }

    public Id<WelcomeCase> CaseId { get; private set; }
    public Id<Person> PersonId { get; private set; }
    public Id<Person>? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The day of it here, as measures count.</summary>
    public DateOnly InvitedOn { get; private set; }

    public string What { get; private set; } = "";
    public string When { get; private set; } = "";
    public string Where { get; private set; } = "";

    Guid? IAboutPerson.About => PersonId.Value;
}

/// <summary>What a unit invites new ones to: "Introduktionskväll", "onsdag 22 juni 19.00", "Folkets hus".</summary>
internal sealed record Invite(string What, string When, string Where);
