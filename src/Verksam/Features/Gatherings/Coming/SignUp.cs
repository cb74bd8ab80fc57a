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

    public Id<Gathering> GatheringId { get; private set; }
    public Id<Person> PersonId { get; private set; }
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

    public int Revision { get; set; }

    /// <summary>How many seats it holds, or would.</summary>
    public int Seats => IsOnline ? 0 : 1 + Companions;

    public bool Holds => State is SignUpState.Coming or SignUpState.Offered;

    Guid IAboutPerson.About => PersonId.Value;

    public void Asks(int companions, bool online, string? needs) =>
        (Companions, IsOnline, Needs) = (Math.Clamp(companions, 0, MostCompanions), online, string.IsNullOrWhiteSpace(needs) ? null : needs.ReplaceLineEndings("\n").Trim());

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

    public void Leaves() => (State, Until) = (SignUpState.Left, null);

    public void Forget() => Needs = null;
}

internal sealed class SignUpTable : IEntityTypeConfiguration<SignUp>
{
    public void Configure(EntityTypeBuilder<SignUp> builder)
    {
        builder.Property(s => s.Needs).HasMaxLength(SignUp.LongestNeeds);
        builder.HasIndex(s => new { s.GatheringId, s.PersonId }).IsUnique();
        builder.HasIndex(s => new { s.GatheringId, s.State, s.At });
        builder.HasIndex(s => s.PersonId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(s => s.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class SignUpRefusals
{
    public static readonly Refusal Closed = new("Coming.Refused.Closed");
    public static readonly Refusal TooLate = new("Coming.Refused.TooLate");
    public static readonly Refusal SomebodyComes = new("Coming.Refused.SomebodyComes");
    public static readonly Refusal MoreThanThereAre = new("Coming.Refused.MoreThanThereAre");
}
