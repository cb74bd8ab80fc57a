using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Listing;

/// <summary>
/// People somebody has chosen in a list, on the way to what is to be done with them: those who were ticked, or all that a filter shows.
/// Kept for a day, and only for the one who chose. It gives no right: whoever acts asks anew what one may see and do.
/// </summary>
internal sealed class Chosen : Entity<Chosen>, IAside
{
    private Chosen() { }

    /// <param name="filter">The address's question of the list ("?enhet=alnas"); null when they were ticked.</param>
    public Chosen(Guid by, DateTimeOffset at, string? filter, IEnumerable<Id<Person>> ticked)
    {
        (ById, At, Filter) = (by, at, filter);
        Ticked = [.. ticked.SelectMany(id => id.Value.ToByteArray())];
    }

    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string? Filter { get; private set; }

    /// <summary>Sixteen bytes a person.</summary>
    public byte[] Ticked { get; private set; } = [];

    public IReadOnlyList<Id<Person>> People => [.. Ticked.Chunk(16).Select(id => new Id<Person>(new Guid(id)))];
}

internal sealed class ChosenTable : IEntityTypeConfiguration<Chosen>
{
    public void Configure(EntityTypeBuilder<Chosen> builder)
    {
        builder.Property(c => c.Filter).HasMaxLength(8000);
        builder.Ignore(c => c.People);
        builder.HasIndex(c => c.At);
    }
}
