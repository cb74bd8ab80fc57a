using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<Role> Roles => Set<Role>();
    public DbSet<YearDay> YearDays => Set<YearDay>();
    public DbSet<DayAnswer> DayAnswers => Set<DayAnswer>();
}
