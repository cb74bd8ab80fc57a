using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Amending;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Deciding;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Replanning;
using Verksam.Features.Planning.Reminding;
using Verksam.Features.Planning.Review;
using Verksam.Features.Planning.Sharing;

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();
    public DbSet<Commitment> Commitments => Set<Commitment>();
    public DbSet<Passage> Passages => Set<Passage>();
    public DbSet<Part> Parts => Set<Part>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<Amendment> Amendments => Set<Amendment>();
    public DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<LinkedThing> LinkedThings => Set<LinkedThing>();
    public DbSet<Replan> Replans => Set<Replan>();
    public DbSet<Sitting> Sittings => Set<Sitting>();
    public DbSet<Matter> Matters => Set<Matter>();
    public DbSet<Series> Series => Set<Series>();
    public DbSet<SeriesPoint> SeriesPoints => Set<SeriesPoint>();
    public DbSet<MeasurePoint> MeasurePoints => Set<MeasurePoint>();
    public DbSet<ReviewStep> ReviewSteps => Set<ReviewStep>();
    public DbSet<ReminderLink> ReminderLinks => Set<ReminderLink>();
}
