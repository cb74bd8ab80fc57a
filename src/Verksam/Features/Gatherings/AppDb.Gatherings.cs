using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<Gathering> Gatherings => Set<Gathering>();
    public DbSet<GatheringKind> GatheringKinds => Set<GatheringKind>();
    public DbSet<GatheringTie> GatheringTies => Set<GatheringTie>();
    public DbSet<GatheringCost> GatheringCosts => Set<GatheringCost>();
    public DbSet<CoArranger> CoArrangers => Set<CoArranger>();
    public DbSet<BringItem> BringItems => Set<BringItem>();
    public DbSet<Venue> Venues => Set<Venue>();
}
