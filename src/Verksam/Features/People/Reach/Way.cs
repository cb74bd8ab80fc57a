using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Search;

namespace Verksam.Features.People.Reach;

/// <summary>How somebody would rather be reached. Stored as a number: never renumber.</summary>
internal enum ReachWish
{
    /// <summary>Has said nothing.</summary>
    None = 0,

    Email = 1,
    Phone = 2,

    /// <summary>A text message.</summary>
    Text = 3,

    Letter = 4,
}

/// <summary>Stored as a number: never renumber.</summary>
internal enum WayKind
{
    Email = 0,
    Phone = 1,
}

/// <summary>What is known of whether it leads to the person. Stored as a number: never renumber.</summary>
internal enum WayState
{
    Untried = 0,
    Works = 1,

    /// <summary>Letters come back.</summary>
    Bounces = 2,

    /// <summary>Leads to somebody else, or to nobody.</summary>
    Wrong = 3,
}

/// <summary>An e-mail address or a phone number of somebody. Changed through the person only.</summary>
internal sealed class Way : Entity<Way>, IAudited, IAboutPerson, ISought
{
    public const int Longest = 254;

    private Way() { }

    internal Way(Id<Person> person, WayKind kind, string value, int order) =>
        (PersonId, Kind, Value, Folded, Order) = (person, kind, value, Fold(kind, value), order);

    public Id<Person> PersonId { get; private set; }
    public WayKind Kind { get; private set; }

    [Personal]
    public string Value { get; private set; } = "";

    /// <summary>The same for what is the same: an address in lower case, a number as +46….</summary>
    [Personal]
    public string Folded { get; private set; } = "";

    public WayState State { get; private set; }
    public DateOnly? StateSince { get; private set; }

    /// <summary>The lowest of its kind is the one to try first.</summary>
    public int Order { get; internal set; }

    public bool IsUsable => State is WayState.Untried or WayState.Works;

    Guid? IAboutPerson.About => PersonId.Value;
    SoughtKey ISought.Sought => new(Searching.PeopleIndex.Everybody, PersonId.Value);

    public static string Fold(WayKind kind, string value) => kind == WayKind.Email ? AppDb.Folded(value) : Numbers.Fold(value);

    internal void Is(WayState state, DateOnly? since) => (State, StateSince) = (state, state == WayState.Untried ? null : since);
}

internal sealed class WayTable : IEntityTypeConfiguration<Way>
{
    public void Configure(EntityTypeBuilder<Way> builder)
    {
        builder.Property(w => w.Value).HasMaxLength(Way.Longest);
        builder.Property(w => w.Folded).HasMaxLength(Way.Longest);
        builder.HasIndex(w => new { w.PersonId, w.Kind, w.Folded }).IsUnique();
        builder.HasIndex(w => w.Folded);
    }
}
