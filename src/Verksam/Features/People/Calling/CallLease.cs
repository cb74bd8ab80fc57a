using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Calling;

/// <summary>Somebody is being called, by one caller until a time. There is one row a person, whatever the list: nobody is called by two at once.</summary>
internal sealed class CallLease : Entity<CallLease>, IAside
{
    /// <summary>One on the screen.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>One in the phone's list for an evening; then it is wiped there too.</summary>
    public static readonly TimeSpan LastsInPocket = TimeSpan.FromHours(24);

    private CallLease() { }

    public CallLease(Id<CallList> list, Id<Person> person, Id<Person> by, DateTimeOffset now, bool isInPocket) =>
        (ListId, PersonId, ById, At, Until, IsInPocket) = (list, person, by, now, now + (isInPocket ? LastsInPocket : Lasts), isInPocket);

    public Id<CallList> ListId { get; private set; }
    public Id<Person> PersonId { get; private set; }
    public Id<Person> ById { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset Until { get; private set; }
    public bool IsInPocket { get; private set; }
}

internal sealed class CallLeaseTable : IEntityTypeConfiguration<CallLease>
{
    public void Configure(EntityTypeBuilder<CallLease> builder)
    {
        builder.HasIndex(l => l.PersonId).IsUnique();
        builder.HasIndex(l => l.ById);
        builder.HasOne<CallList>().WithMany().HasForeignKey(l => l.ListId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.ById).OnDelete(DeleteBehavior.Cascade);
    }
}
