using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Belonging;

/// <summary>What a paid fee covers, from a day to a day (both included).</summary>
internal sealed class PaidPeriod : Entity<PaidPeriod>, IAudited, IAboutPerson
{
    private PaidPeriod() { }

    /// <param name="paidOn">Null when only what is covered is known, as in a national register.</param>
    /// <param name="validFrom">The first day it gives a vote; later than its first when the rules ask a new member to wait.</param>
    public PaidPeriod(Id<Person> person, DateOnly from, DateOnly to, DateOnly? paidOn, DateOnly validFrom) =>
        (PersonId, From, To, PaidOn, ValidFrom) = (person, from, to, paidOn, validFrom);

    public Id<Person> PersonId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public DateOnly? PaidOn { get; private set; }
    public DateOnly ValidFrom { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;
}

internal sealed class PaidPeriodTable : IEntityTypeConfiguration<PaidPeriod>
{
    public void Configure(EntityTypeBuilder<PaidPeriod> builder)
    {
        builder.HasIndex(p => new { p.PersonId, p.To });
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
