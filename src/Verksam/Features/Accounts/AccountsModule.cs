using Microsoft.AspNetCore.Identity;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Accounts;

internal static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, Installation installation)
    {
        services.Configure<IdentityOptions>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3; // passkeys
            identity.User.AllowedUserNameCharacters = ""; // å ä ö
        });
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddScoped<IRights, AccountRights>();
        services.AddScoped<SignInLetter>().AddScoped<ILetterKind>(provider => provider.GetRequiredService<SignInLetter>());
        services.AddScoped<InvitationLetter>().AddScoped<ILetterKind>(provider => provider.GetRequiredService<InvitationLetter>());
        services.AddSingleton(new MenuEntry("Accounts.Letters.Menu", "/brev", "brev", Permission.Administer, 90));
        services.AddScoped<IWaysIn, WaysIn>().AddScoped<Invitations>();
        services.AddScoped<SignIn>().AddScoped<FirstStart>();
        if (installation.IsDemo)
            services.AddScoped<IDemoPeople, InventedPeople>();
        else
            services.AddScoped<IDemoPeople, NoDemoPeople>();
        return services;
    }
}
