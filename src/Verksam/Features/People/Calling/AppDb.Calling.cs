using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Calling;

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<CallList> CallLists => Set<CallList>();
    public DbSet<CallQuestion> CallQuestions => Set<CallQuestion>();
    public DbSet<Caller> Callers => Set<Caller>();
    public DbSet<CallLease> CallLeases => Set<CallLease>();
    public DbSet<Call> Calls => Set<Call>();
    public DbSet<CallAnswer> CallAnswers => Set<CallAnswer>();
}
