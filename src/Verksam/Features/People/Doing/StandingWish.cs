using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Doing;

/// <summary>Somebody wants to be told when there is something of a sort to do: how much time it may take, and what they would rather.</summary>
internal sealed class StandingWish : Entity<StandingWish>
{
    /// <summary>At most one letter in so many days.</summary>
    public const int DaysBetween = 7;

    private StandingWish() { }

    public StandingWish(Id<Person> person) => PersonId = person;

    public Id<Person> PersonId { get; private set; }
    public Spare Time { get; private set; }
    public Taste Rather { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>When a letter was written last.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public Choice Choice => new(Time, Rather);

    public void Wants(Choice choice, DateTimeOffset now) => (Time, Rather, At) = (choice.Time, choice.Rather, now);

    public void IsTold(DateTimeOffset now) => ToldAt = now;
}

internal sealed class StandingWishTable : IEntityTypeConfiguration<StandingWish>
{
    public void Configure(EntityTypeBuilder<StandingWish> builder)
    {
        builder.Ignore(w => w.Choice);
        builder.HasIndex(w => w.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
