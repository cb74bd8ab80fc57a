using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Stored as a number: never renumber.</summary>
internal enum SignUpState
{
    Coming = 0,

    /// <summary>On the waiting list.</summary>
    Waiting = 1,

    /// <summary>A seat is held until an answer, or until the time is out.</summary>
    Offered = 2,

    /// <summary>Does not come after all.</summary>
    Left = 3,
}

/// <summary>Somebody has said that they come (anmälan): with how many, and how.</summary>
internal sealed class SignUp : Entity<SignUp>, IAudited, IAboutPerson, IVersioned
{
    public const int MostCompanions = 9, LongestNeeds = 400;

    private SignUp() { }

    public SignUp(Id<Gathering> gathering, Id<Person> person) => (GatheringId, PersonId, State) = (gathering, person, SignUpState.Left);

    public SignUp(Guest guest) => (GatheringId, GuestId, State) = (guest.GatheringId, guest.Id, SignUpState.Left);

    public Id<Gathering> GatheringId { get; private set; }

    /// <summary>Null when it is somebody without an account (<see cref="GuestId"/>).</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>Null when it is a person of the register, and when the guest has been forgotten.</summary>
    public Id<Guest>? GuestId { get; private set; }

    public SignUpState State { get; private set; }

    /// <summary>How many come with them.</summary>
    public int Companions { get; private set; }

    /// <summary>They take part from afar in what is at a place too, and need no seat.</summary>
    public bool IsOnline { get; private set; }

    /// <summary>What they need to be able to take part. Read by those who arrange, and erased afterwards.</summary>
    [Personal]
    public string? Needs { get; private set; }

    /// <summary>When they came on the list; the waiting list goes by it.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Until when a seat that was offered is held.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>When they said, near to it, that they still come.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When they said what they thought of it; what they said is kept apart from who they are.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What the link of their letters is known by (SHA-256).</summary>
    [Personal]
    public string? LinkHash { get; private set; }

    /// <summary>The secret of the link, sealed: the letters that follow need it again. None once it is forgotten who a guest was.</summary>
    [Personal]
    public string? LinkSealed { get; private set; }

    public int Revision { get; set; }

    /// <summary>How many seats it holds, or would.</summary>
    public int Seats => new Wish(Companions, IsOnline).Seats;

    public bool Holds => State is SignUpState.Coming or SignUpState.Offered;

    /// <summary>Whom letters about it go to.</summary>
    public Guid AddressedTo => PersonId?.Value ?? GuestId?.Value ?? Guid.Empty;

    Guid? IAboutPerson.About => PersonId?.Value;

    public void Asks(Wish wish) =>
        (Companions, IsOnline, Needs) = (Math.Clamp(wish.Companions, 0, MostCompanions), wish.Online, string.IsNullOrWhiteSpace(wish.Needs) ? null : wish.Needs.ReplaceLineEndings("\n").Trim());

    public void Comes(DateTimeOffset now)
    {
        At = State == SignUpState.Left ? now : At;
        (State, Until) = (SignUpState.Coming, null);
    }

    /// <summary>Who waits already keeps the place in the line.</summary>
    public void Waits(DateTimeOffset now)
    {
        At = State == SignUpState.Waiting ? At : now;
        (State, Until) = (SignUpState.Waiting, null);
    }

    public void IsOffered(DateTimeOffset until) => (State, Until) = (SignUpState.Offered, until);

    public void Leaves() => (State, Until, ConfirmedAt) = (SignUpState.Left, null, null);

    public void Confirms(DateTimeOffset now) => ConfirmedAt = now;

    public void Answers(DateTimeOffset now) => AnsweredAt = now;

    public void HasLink(string hash, string sealedSecret) => (LinkHash, LinkSealed) = (hash, sealedSecret);

    public void Forget() => (Needs, LinkHash, LinkSealed) = (null, null, null);
}

/// <summary>How somebody wants to come.</summary>
/// <param name="Companions">How many come with them.</param>
/// <param name="Online">From home, where that can be chosen.</param>
/// <param name="Needs">What they need to be able to take part.</param>
/// <param name="Answers">What they answer to the questions of the gathering, by the id of each; null leaves what was answered before.</param>
internal sealed record Wish(int Companions = 0, bool Online = false, string? Needs = null, IReadOnlyDictionary<string, string?>? Answers = null)
{
    public int Seats => Online ? 0 : 1 + Companions;
}

internal sealed class SignUpTable : IEntityTypeConfiguration<SignUp>
{
    public void Configure(EntityTypeBuilder<SignUp> builder)
    {
        builder.Property(s => s.Needs).HasMaxLength(SignUp.LongestNeeds);
        builder.HasIndex(s => new { s.GatheringId, s.PersonId }).IsUnique();
        builder.HasIndex(s => new { s.GatheringId, s.State, s.At });
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.GuestId).IsUnique();
        builder.Property(s => s.LinkHash).HasMaxLength(64);
        builder.Property(s => s.LinkSealed).HasMaxLength(400);
        builder.HasIndex(s => s.LinkHash).IsUnique();
        builder.HasOne<Gathering>().WithMany().HasForeignKey(s => s.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Guest>().WithMany().HasForeignKey(s => s.GuestId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal static class SignUpRefusals
{
    public static readonly Refusal Closed = new("Coming.Refused.Closed");
    public static readonly Refusal TooLate = new("Coming.Refused.TooLate");
    public static readonly Refusal SomebodyComes = new("Coming.Refused.SomebodyComes");
    public static readonly Refusal MoreThanThereAre = new("Coming.Refused.MoreThanThereAre");
    public static readonly Refusal Unanswered = new("Coming.Refused.Unanswered");
    public static readonly Refusal AnswerTooLong = new("Coming.Refused.AnswerTooLong");
    public static readonly Refusal NotAnAnswer = new("Coming.Refused.NotAnAnswer");
}
