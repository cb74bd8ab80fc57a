using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Relation> Relations => Set<Relation>();
    public DbSet<PaidPeriod> PaidPeriods => Set<PaidPeriod>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
}
