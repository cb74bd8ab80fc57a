using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;

namespace Verksam.Tests.House;

/// <summary>
/// The whole house as it is served, with a database of its own. Only four things are the test's: the clock, the post office,
/// when letters are sent (on demand), and the wire (in memory).
/// </summary>
internal sealed class AppUnderTest : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly bool _owned;
    private readonly WebApplication _app;
    private int _visitors;

    private AppUnderTest(TestDatabase database, bool owned, string[] settings)
    {
        _database = database;
        _owned = owned;
        string[] args = ["--applicationName=Verksam", $"--VERKSAM_DATA={database.Folder}", "--VERKSAM_PUBLIC_URL=https://verksam.example",
            $"--ConnectionStrings:Verksam={database.Connection}", .. settings];
        _app = Furnishing.During(Furnish, () => Server.Build(args, demo: false));
    }

    public FakeTime Clock { get; } = new();
    public RecordingPost Post { get; } = new();
    public QueryCounter Queries { get; } = new();
    public LogBook Log { get; } = new();
    public Disk Disk { get; } = new();
    public IServiceProvider Services => _app.Services;

    /// <summary>A house where the cast lives.</summary>
    /// <param name="settings">As one would set them: "--VERKSAM_PROXIES=10.9.9.9".</param>
    public static async Task<AppUnderTest> Start(params string[] settings) => await Open(await TestDatabase.Make(await Templates.WithCast), owned: true, settings);

    /// <summary>A house that nobody has moved into.</summary>
    public static async Task<AppUnderTest> StartEmpty() => await Open(await TestDatabase.Make(await Templates.Empty), owned: true);

    /// <summary>A second node on the same database, or a house in a database that somebody else cares for.</summary>
    public static Task<AppUnderTest> In(TestDatabase database, params string[] settings) => Open(database, owned: false, settings);

    public Task<AppUnderTest> AnotherNode() => In(_database);

    /// <summary>Somebody who is not signed in, at an address (IP) of their own.</summary>
    public Visitor Anybody()
    {
        var address = new System.Net.IPAddress([10, 0, (byte)(Interlocked.Increment(ref _visitors) / 250), (byte)(_visitors % 250)]);
        return new Visitor(this, Wire(address));
    }

    /// <summary>The wire to the house, from an address.</summary>
    public HttpMessageHandler Wire(System.Net.IPAddress? from) => _app.GetTestServer().CreateHandler(http => http.Connection.RemoteIpAddress = from);

    /// <summary>The person, signed in by password the first time and with that same cookie afterwards.</summary>
    public async Task<Visitor> As(Someone person)
    {
        var visitor = Anybody();
        visitor.Cookies["verksam"] = await person.Cookie();
        return visitor;
    }

    /// <summary>The person, signed in anew: after more days than a session lasts.</summary>
    public async Task<Visitor> Anew(Someone person)
    {
        var visitor = Anybody();
        await (await visitor.Open("/logga-in")).Send("Logga in", form => (form["Input.Email"], form["Input.Password"]) = (person.Email, Someone.Password));
        return visitor;
    }

    /// <summary>Sends every letter that is due; how many left.</summary>
    public Task<int> SendLetters() => Services.GetRequiredService<OutboxWorker>().SendDue(CancellationToken.None);

    /// <summary>Works as the program does in a request: a scope, a context, and whatever the work saves.</summary>
    public async Task<T> Read<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>Changes something and saves it.</summary>
    public Task Write(Func<AppDb, Task> work) => Read(async db =>
    {
        await work(db);
        return await db.SaveChangesAsync();
    });

    public async Task Work<T>(Func<T, Task> work) where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async ValueTask DisposeAsync()
    {
        Limiters.Stop(_app.GetTestServer());
        await _app.DisposeAsync();
        if (_owned)
            await _database.DisposeAsync();
    }

    private static async Task<AppUnderTest> Open(TestDatabase database, bool owned, params string[] settings)
    {
        var app = new AppUnderTest(database, owned, settings);
        await app._app.StartAsync();
        return app;
    }

    private void Furnish(IHostBuilder builder) => builder.ConfigureServices((context, services) =>
    {
        var environment = (IWebHostEnvironment)services.Last(s => s.ServiceType == typeof(IWebHostEnvironment)).ImplementationInstance!;
        StaticWebAssetsLoader.UseStaticWebAssets(environment, context.Configuration);
        services.RemoveAll<IServer>().AddSingleton<IServer>(provider => new TestServer(provider, provider.GetRequiredService<IOptions<TestServerOptions>>()));
        foreach (var worker in services.Where(IsBackground).ToList())
            services.Remove(worker);
        SharedPages.Furnish(services);
        services.RemoveAll<IPost>().AddSingleton<IPost>(Post);
        services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(Clock);
        services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(Log);
        services.ConfigureDbContext<SqliteAppDb>(o => o.AddInterceptors(Queries, HastyCommits.Instance, Disk));
        services.ConfigureDbContext<PostgresAppDb>(o => o.AddInterceptors(Queries));
    });

    // a hosted service made by a function tells its type by the function's
    private static bool IsBackground(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && typeof(BackgroundService).IsAssignableFrom(service.ImplementationType ?? service.ImplementationFactory?.GetType().GenericTypeArguments[1]);
}
