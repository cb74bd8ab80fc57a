using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
}
