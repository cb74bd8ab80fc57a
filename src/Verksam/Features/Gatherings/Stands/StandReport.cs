using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>
/// How it went out there, told the same evening. What was counted otherwise than by taps is kept as what it is more (or less) than they: a phone that
/// finds a net the day after still counts.
/// </summary>
internal sealed class StandReport : Entity<StandReport>, IAudited, IVersioned
{
    public const int LongestLine = 600, LongestWeather = 120, MostCounted = 100_000;

    private StandReport() { }

    public StandReport(Id<Gathering> gathering) => GatheringId = gathering;

    public Id<Gathering> GatheringId { get; private set; }

    /// <summary>So many conversations more than were tapped.</summary>
    public int MoreConversations { get; private set; }

    /// <summary>So many leaflets more than were tapped.</summary>
    public int MoreLeaflets { get; private set; }

    public string? WentWell { get; private set; }
    public string? ToChange { get; private set; }

    /// <summary>What people asked about.</summary>
    public string? WhatPeopleAsked { get; private set; }

    /// <summary>The weather, the place: what it may have rested on.</summary>
    public string? Weather { get; private set; }

    public int Revision { get; set; }

    /// <param name="tapped">What was tapped when somebody wrote the figures.</param>
    public void Counts(int conversations, int leaflets, Tapped tapped) =>
        (MoreConversations, MoreLeaflets) = (Bounded(conversations) - Bounded(tapped.Conversations), Bounded(leaflets) - Bounded(tapped.Leaflets));

    public void Says(string? wentWell, string? toChange, string? asked, string? weather) =>
        (WentWell, ToChange, WhatPeopleAsked, Weather) = (OneLine.OrNull(wentWell), OneLine.OrNull(toChange), OneLine.OrNull(asked), OneLine.OrNull(weather));

    /// <summary>What was counted in all.</summary>
    public static Tapped Counted(StandReport? report, Tapped tapped) => report is null ? tapped
        : new(Math.Max(0, tapped.Conversations + report.MoreConversations), Math.Max(0, tapped.Leaflets + report.MoreLeaflets));

    private static int Bounded(int count) => Math.Clamp(count, 0, MostCounted);
}

internal sealed class StandReportTable : IEntityTypeConfiguration<StandReport>
{
    public void Configure(EntityTypeBuilder<StandReport> builder)
    {
        builder.ToTable("StandReports");
        builder.Property(r => r.WentWell).HasMaxLength(StandReport.LongestLine);
        builder.Property(r => r.ToChange).HasMaxLength(StandReport.LongestLine);
        builder.Property(r => r.WhatPeopleAsked).HasMaxLength(StandReport.LongestLine);
        builder.Property(r => r.Weather).HasMaxLength(StandReport.LongestWeather);
        builder.HasIndex(r => r.GatheringId).IsUnique();
        builder.HasOne<Gathering>().WithMany().HasForeignKey(r => r.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }
}
