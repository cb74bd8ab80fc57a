using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.Options;
using Verksam.Demo;
using Verksam.Features.Accounts;
using Verksam.Features.Auditing;
using Verksam.Features.Finding;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Features.Help;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Running;
using Verksam.Features.Structure;
using Verksam.Features.Today;
using Verksam.Kernel;
using Verksam.Kernel.Backups;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam;

/// <summary>The web server: what it is made of, and in which order a request passes.</summary>
internal static class Server
{
    public static async Task<int> Run(string[] args, bool demo, CancellationToken cancelled)
    {
        try
        {
            return await Serve(args, demo, cancelled);
        }
        catch (CannotStart trouble)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
        }
        catch (IOException trouble) when (trouble.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(new CannotStart("Ui.CannotStart.Busy").Message);
        }
        return 1;
    }

    private static async Task<int> Serve(string[] args, bool demo, CancellationToken cancelled)
    {
        await using var app = Build(args, demo);
        var installation = app.Services.GetRequiredService<Installation>();
        await app.StartAsync(cancelled);
        await Greeting.Say(app, installation);
        await app.WaitForShutdownAsync(cancelled);
        return 0;
    }

    public static WebApplication Build(string[] args, bool demo)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Languages.Swedish;
        // the slim one leaves out IIS and HTTP/3, which nobody here serves, and megabytes with them
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (builder.Environment.IsDevelopment())
            builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(builder.Configuration["VERKSAM_URLS"] ?? builder.Configuration["urls"] ?? Installation.DefaultUrl);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            // keys lie in the database, beside what they protect: SECURITY.md says so; a first look at an empty database is no fault
            .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement", LogLevel.Error)
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical);
        builder.AddPublicFace();
        Telemetry.Add(builder);
        var installation = Installation.From(builder.Configuration, demo);
        AddHouse(builder.Services, installation);
        builder.Services.AddMail(builder.Configuration, installation);
        builder.Services.AddFileKeeping(installation);
        builder.Services.AddBackups(builder.Configuration, installation, Schedule.Everything);
        AddWeb(builder.Services);
        builder.Services.AddStructure().AddPeople().AddAccounts(installation).AddPlanning().AddGatherings().AddAuditing().AddToday().AddRunning().AddHelp().AddFinding().AddDemo(installation);
        var app = builder.Build();
        UseHouse(app);
        return app;
    }

    private static void AddHouse(IServiceCollection services, Installation installation)
    {
        PrivateFolder.Make(installation.DataFolder);
        services.AddSingleton(installation);
        services.AddSingleton(installation.IsDemo ? new DemoClock() : TimeProvider.System);
        services.AddSingleton<OurTime>().AddSingleton<Texts>().AddScoped<WordsShelf>().AddSingleton<OutboxBell>().AddSingleton<Rush>();
        services.AddSingleton<OutboxWorker>().AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        services.AddSingleton<JobBell>().AddSingleton<ProgressBoard>().AddSingleton<JobWorker>().AddHostedService(provider => provider.GetRequiredService<JobWorker>());
        services.AddScoped<CurrentUser>();
        services.AddDatabase(installation);
        services.AddHostedService<Preparation>().AddHostedService<Settling>().AddLeaving();
        services.AddDataProtection().SetApplicationName("verksam");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new ProtectionKeyShelf(provider.GetRequiredService<IServiceScopeFactory>())));
    }

    private static void AddWeb(IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddSwedishForms()
            // there are no controllers: looking for them would load every type of the house into memory
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single()));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAuthentication(Session.Scheme).AddCookie(Session.Scheme, SessionCookie.Configure);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(Session.Scheme).RequireAuthenticatedUser().Build());
        services.AddScoped<IAuthorizationHandler, PermissionCheck>();
        services.AddAntiforgery(options => options.Cookie.Name = "verksam-form");
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "verksam-besked");
        services.AddLimits();
        services.AddHttpContextAccessor();
        // the keys are read when somebody comes: a house where nobody is has no use for them, nor for the XML and the ciphers they bring
        foreach (var early in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "DataProtectionHostedService").ToList())
            services.Remove(early);
    }

    private static void UseHouse(WebApplication app)
    {
        Telemetry.NameTraces(app);
        app.UseProxies();
        app.UsePublicFace(app.Services.GetRequiredService<Installation>());
        app.UseMiddleware<SafeAnswers>();
        app.UseStatusCodePagesWithReExecute("/fel/{0}");
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/fel/500",
            StatusCodeSelector = Trouble.StatusOf,
        });
        app.UseRequestLocalization(Languages.Configure);
        app.UseRouting();
        app.Use(WordsShelf.Take);
        app.UseAuthentication();
        app.Use(next => http => Session.Recognise(http, next));
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapUnitColours();
        app.MapHelpPictures();
        app.MapCalendars();
    }
}
