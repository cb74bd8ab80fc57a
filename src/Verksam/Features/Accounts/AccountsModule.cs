using Microsoft.AspNetCore.Identity;
using Verksam.Features.Accounts.Devices;
using Verksam.Features.Accounts.Passkeys;
using Verksam.Features.Accounts.TwoStep;
using Verksam.Features.People;
using Verksam.Features.People.Listing;
using Verksam.Features.People.Segments;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Accounts;

internal static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, Installation installation)
    {
        services.Configure<IdentityOptions>(identity => identity.User.AllowedUserNameCharacters = ""); // å ä ö
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddPasskeys(installation).AddScoped<DeviceWatch>().AddLetter<NewDeviceLetter>();
        services.AddScoped<SecondSteps>().AddScoped<Strength>().AddLetter<TwoStepLetter>();
        services.AddScoped<IRights, AccountRights>();
        services.AddLetter<SignInLetter>().AddLetter<InvitationLetter>();
        services.AddSingleton(new MenuEntry("Accounts.Letters.Menu", "/brev", "brev", Permission.Administer, 90));
        services.AddScoped<IWaysIn, WaysIn>().AddScoped<Invitations>().AddSingleton<ISegmentFilter, SignedInFilter>();
        services.AddSingleton(new BulkAct("bjud", "Accounts.Many.Title", Permission.EditPeople, "/manniskor/bjud-in", 30));
        services.AddScoped<SignIn>().AddScoped<FirstStart>().AddScoped<INeedsSomebody, LetterNeeds>().AddScoped<INeedsSomebody, AccountNeeds>();
        if (installation.IsDemo)
            services.AddScoped<IDemoPeople, InventedPeople>();
        else
            services.AddScoped<IDemoPeople, NoDemoPeople>();
        return services;
    }

    private static IServiceCollection AddLetter<T>(this IServiceCollection services) where T : class, ILetterKind =>
        services.AddScoped<T>().AddScoped<ILetterKind>(provider => provider.GetRequiredService<T>());

    // a passkey is made for a name: where the house has only an address of numbers there are none
    private static IServiceCollection AddPasskeys(this IServiceCollection services, Installation installation)
    {
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<AppDb>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = installation.PasskeyDomain;
            passkeys.UserVerificationRequirement = passkeys.ResidentKeyRequirement = "required";
        });
        return services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>().AddScoped<PasskeyRing>();
    }
}
