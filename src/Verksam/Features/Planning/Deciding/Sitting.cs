using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Deciding;

/// <summary>A meeting of the board that has the plan on its agenda (sammanträde).</summary>
internal sealed class Sitting : Entity<Sitting>, IAudited
{
    public const int LongestName = 120;

    private Sitting() { }

    public Sitting(Id<Plan> plan, string name, DateOnly on, Id<Person> by, DateTimeOffset at) => (PlanId, Name, On, By, At) = (plan, name.Trim(), on, by, at);

    public Id<Plan> PlanId { get; private set; }

    /// <summary>"Distriktsstyrelsen".</summary>
    public string Name { get; private set; } = "";

    public DateOnly On { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Id<Person> By { get; private set; }

    public DateTimeOffset At { get; private set; }
}

internal sealed class SittingTable : IEntityTypeConfiguration<Sitting>
{
    public void Configure(EntityTypeBuilder<Sitting> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(Sitting.LongestName);
        builder.HasOne<Plan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Cascade);
    }
}
