using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Seats;

/// <summary>Stored as a number: never renumber.</summary>
internal enum SeatKind
{
    Member = 0,
    Substitute = 1,
    Chair = 2,
    ViceChair = 3,
}

/// <summary>Somebody sits in a public body, from a day to a day (both included).</summary>
internal sealed class Seat : Entity<Seat>, IAudited, IAboutPerson
{
    private Seat() { }

    public Seat(Id<Person> person, Id<PublicBody> body, SeatKind kind, DateOnly from) => (PersonId, BodyId, Kind, From) = (person, body, kind, from);

    public Id<Person> PersonId { get; private set; }
    public Id<PublicBody> BodyId { get; private set; }
    public SeatKind Kind { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>Null while nothing is decided.</summary>
    public DateOnly? To { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>One seat of a kind in a body at a time.</summary>
    /// <param name="others">The same person's; this one may be among them.</param>
    public Refusal? Beside(IEnumerable<Seat> others) => others.Any(o => o != this && o.BodyId == BodyId && o.Kind == Kind && From <= (o.To ?? DateOnly.MaxValue) && o.From <= (To ?? DateOnly.MaxValue))
        ? SeatRefusals.HasAlready : null;

    public Refusal? End(DateOnly? lastDay)
    {
        if (lastDay < From)
            return SeatRefusals.EndsBeforeItBegins;
        To = lastDay;
        return null;
    }
}

internal sealed class SeatTable : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => new { s.BodyId, s.From });
        builder.HasOne<PublicBody>().WithMany().HasForeignKey(s => s.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
