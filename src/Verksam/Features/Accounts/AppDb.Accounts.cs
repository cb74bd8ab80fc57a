using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Accounts;
using Verksam.Features.Accounts.Devices;
using Verksam.Features.Accounts.Passkeys;
using Verksam.Features.Accounts.TwoStep;

namespace Verksam.Kernel;

internal abstract partial class AppDb : IdentityUserContext<Account, Guid>
{
    public DbSet<SignInTicket> SignInTickets => Set<SignInTicket>();
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();
    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();
    public DbSet<SecondStep> SecondSteps => Set<SecondStep>();
    public DbSet<PasskeyChallenge> PasskeyChallenges => Set<PasskeyChallenge>();
}
