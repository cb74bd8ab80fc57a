using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Accounts;

namespace Verksam.Kernel;

internal abstract partial class AppDb : IdentityUserContext<Account, Guid>
{
    public DbSet<SignInTicket> SignInTickets => Set<SignInTicket>();
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();
}
