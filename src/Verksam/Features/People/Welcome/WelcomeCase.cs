using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Welcome;

/// <summary>
/// Somebody new who is to be contacted and invited: by whom, and by which day. What came of it is in the dated rows beside it
/// (<see cref="WelcomeTry"/>, <see cref="WelcomeInvitation"/>).
/// </summary>
internal sealed class WelcomeCase : Entity<WelcomeCase>, IAudited, IAboutPerson, IVersioned
{
    public const int LongestWords = 500;

    private WelcomeCase() { }

    /// <param name="found">The day the house learned of it: whoever is to call has the whole time from then.</param>
    public static WelcomeCase Joined(Relation relation, DateOnly found, int days) => new()
    {
        PersonId = relation.PersonId,
        RelationId = relation.Id,
        UnitId = relation.UnitId,
        Since = relation.From,
        Due = (relation.From > found ? relation.From : found).AddDays(days),
    };

    /// <param name="words">The person's own.</param>
    public static WelcomeCase RaisedHand(Id<Person> person, Id<Unit> unit, string? words, DateOnly today, int days) => new()
    {
        PersonId = person,
        UnitId = unit,
        Cause = WelcomeCause.RaisedHand,
        OwnWords = OneLine.OrNull(words),
        Since = today,
        Due = today.AddDays(days),
    };

    public Id<Person> PersonId { get; private set; }

    /// <summary>The one that made the person new; none for a raised hand.</summary>
    public Id<Relation>? RelationId { get; private set; }

    public Id<Unit> UnitId { get; private set; }
    public WelcomeCause Cause { get; private set; }
    public DateOnly Since { get; private set; }

    /// <summary>The last day in time.</summary>
    public DateOnly Due { get; private set; }

    public Id<Person>? ContactId { get; private set; }
    public ContactRule ContactRule { get; private set; }
    public DateTimeOffset? GivenAt { get; private set; }

    /// <summary>Nobody need try before this day.</summary>
    public DateOnly? TryAgainOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }
    public WelcomeEnd? End { get; private set; }

    [Personal]
    public string? OwnWords { get; private set; }

    public int Revision { get; set; }

    public bool IsOpen => EndedOn is null;

    Guid? IAboutPerson.About => PersonId.Value;

    public void GiveTo(Id<Person>? contact, ContactRule rule, DateTimeOffset now) => (ContactId, ContactRule, GivenAt) = (contact, rule, now);

    /// <summary>The person has raised a hand once more before anybody called: what is wanted now stands beside what was wanted then.</summary>
    public void SaysToo(string? words)
    {
        if (OneLine.OrNull(words) is not { } more || OwnWords?.Contains(more, StringComparison.Ordinal) == true)
            return;
        OwnWords = OwnWords is { } before && before.Length + more.Length < LongestWords - 2 ? $"{before}. {more}" : more;
    }

    /// <summary>The person has moved, or joined, before anybody called: it is the same welcome, where the person is now.</summary>
    public void Follow(Relation now)
    {
        if (UnitId != now.UnitId)
            (UnitId, ContactId) = (now.UnitId, null);
        RelationId = now.Id;
    }

    public Refusal? Tell(CallOutcome outcome, Id<Person> by, DateOnly? again, DateTimeOffset now, out WelcomeTry? made)
    {
        made = null;
        var today = OurTime.DayOf(now);
        if (!IsOpen)
            return WelcomeRefusals.AlreadyDone;
        if (outcome == CallOutcome.CallBack && (again is null || again <= today || again > today.AddDays(60)))
            return WelcomeRefusals.WhenMissing;
        made = new WelcomeTry(this, outcome, by, now);
        TryAgainOn = outcome switch
        {
            CallOutcome.CallBack => again,
            CallOutcome.NoAnswer => today.AddDays(1),
            _ => null,
        };
        if (WelcomeTry.IsContact(outcome))
            Close(outcome == CallOutcome.DoesNotWant ? WelcomeEnd.DoesNotWant : WelcomeEnd.Contacted, today);
        return null;
    }

    public void Close(WelcomeEnd end, DateOnly on) => (End, EndedOn) = (end, on);

    /// <summary>What was told was a mistake.</summary>
    public void TakeBack(WelcomeTry mistake) => (End, EndedOn, TryAgainOn) = (null, null, mistake.TryAgainWas);

    public void Reopen() => (End, EndedOn) = (null, null);
}

internal static class WelcomeRefusals
{
    public static readonly Refusal AlreadyDone = new("Welcome.Refused.AlreadyDone");
    public static readonly Refusal WhenMissing = new("Welcome.Refused.WhenMissing");
    public static readonly Refusal NothingToInviteTo = new("Welcome.Refused.NothingToInviteTo");
    public static readonly Refusal InvitedAlready = new("Welcome.Refused.InvitedAlready");
    public static readonly Refusal LeftInPeace = new("Welcome.Refused.LeftInPeace");
    public static readonly Refusal HalfAnInvitation = new("Welcome.Refused.HalfAnInvitation");
    public static readonly Refusal NoContact = new("Welcome.Refused.NoContact");
    public static readonly Refusal NotAContact = new("Welcome.Refused.NotAContact");
    public static readonly Refusal NoSuchLanguage = new("Welcome.Refused.NoSuchLanguage");
    public static readonly Refusal IsWaiting = new("Welcome.Refused.IsWaiting");
    public static readonly Refusal IsMember = new("Welcome.Refused.IsMember");

    /// <summary>Nobody gets a contact person by mistake: one is chosen, and among those there are.</summary>
    public static Refusal? OfContact(Id<Person>? contact, IEnumerable<(Id<Person> Id, string Name)> possible) =>
        contact is not { } id ? NoContact : possible.Any(p => p.Id == id) ? null : NotAContact;
}
