using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What has to be seen to before one can stand somewhere. Stored as a number: never renumber.</summary>
internal enum KitSort
{
    /// <summary>A permit to be there (tillstånd).</summary>
    Permit = 0,

    /// <summary>The pitch (plats): a number at the market, metres of the square.</summary>
    Pitch = 1,

    Tent = 2,
    Material = 3,

    /// <summary>Somebody of the place whom one can ring.</summary>
    Contact = 4,

    Other = 5,
}

/// <summary>How far it has come. Stored as a number: never renumber.</summary>
internal enum KitState
{
    ToDo = 0,

    /// <summary>Applied for, ordered, and not yet had.</summary>
    AskedFor = 1,

    Done = 2,
}

/// <summary>Something to see to before a stand (att ordna): what, who does it, and by when.</summary>
internal sealed class KitItem : Entity<KitItem>, IAudited
{
    public const int LongestWhat = 80, LongestNote = 160, Most = 40;

    private KitItem() { }

    public KitItem(Id<Gathering> gathering, int order) => (GatheringId, Order) = (gathering, order);

    public Id<Gathering> GatheringId { get; private set; }
    public int Order { get; private set; }
    public KitSort Sort { get; private set; }

    /// <summary>Null: as the sort is called.</summary>
    public string? What { get; private set; }

    /// <summary>Who sees to it; null when nobody has said so yet.</summary>
    public Id<Person>? ById { get; private set; }

    /// <summary>The last day on which it is in time.</summary>
    public DateOnly? Due { get; private set; }

    public KitState State { get; private set; }

    /// <summary>The number of the permit, of the pitch, the phone of whoever has the key.</summary>
    [Personal]
    public string? Note { get; private set; }

    public Refusal? Write(KitSort sort, string? what, string? note)
    {
        if (sort == KitSort.Other && OneLine.OrNull(what) is null)
            return GatheringRefusals.NameMissing;
        (Sort, What, Note) = (sort, OneLine.OrNull(what), OneLine.OrNull(note));
        return null;
    }

    public void IsSeenToBy(Id<Person>? person, DateOnly? due) => (ById, Due) = (person, due);

    public void Becomes(KitState state) => State = state;

    /// <summary>Ticked; what is ticked off again is to be done.</summary>
    public void Tick(bool done) => State = done ? KitState.Done : State == KitState.Done ? KitState.ToDo : State;

    /// <summary>The same of another gathering, to be done, as long before it; what would be late already is to be done at once.</summary>
    public KitItem For(Gathering like, Gathering other, DateOnly today)
    {
        var days = OurTime.DayOf(other.Starts).DayNumber - OurTime.DayOf(like.Starts).DayNumber;
        var due = Due?.AddDays(days);
        return new(other.Id, Order) { Sort = Sort, What = What, Due = due < today ? today : due };
    }
}

internal sealed class KitItemTable : IEntityTypeConfiguration<KitItem>
{
    public void Configure(EntityTypeBuilder<KitItem> builder)
    {
        builder.ToTable("KitItems");
        builder.Property(k => k.What).HasMaxLength(KitItem.LongestWhat);
        builder.Property(k => k.Note).HasMaxLength(KitItem.LongestNote);
        builder.HasIndex(k => new { k.GatheringId, k.Order });
        builder.HasIndex(k => new { k.State, k.Due });
        builder.HasOne<Gathering>().WithMany().HasForeignKey(k => k.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(k => k.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
