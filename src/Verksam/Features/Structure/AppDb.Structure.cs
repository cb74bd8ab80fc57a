using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<Role> Roles => Set<Role>();
}
