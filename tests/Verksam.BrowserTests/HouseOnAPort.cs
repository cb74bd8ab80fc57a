using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Verksam.Features.Accounts;
using Verksam.Kernel.Time;

namespace Verksam.BrowserTests;

/// <summary>The house as it is served, on a free port of this machine, with the embedded database in a folder of its own.</summary>
internal sealed partial class HouseOnAPort : IAsyncDisposable
{
    /// <summary>The header that says where a window's requests come from.</summary>
    public const string Sender = "X-Forwarded-For";

    private static readonly Lazy<Task<string>> MadeDemo = new(MakeDemo);

    private readonly string _folder = Directory.CreateTempSubdirectory("verksam-browser-").FullName;
    private readonly WebApplication _app;

    private HouseOnAPort(bool demo, string? made = null)
    {
        if (made is not null)
            Copy(made, _folder);
        using var listening = DiagnosticListener.AllListeners.Subscribe(new AtBuilding());
        _app = Server.Build(["--applicationName=Verksam", $"--VERKSAM_DATA={_folder}", "--VERKSAM_URLS=http://127.0.0.1:0", "--VERKSAM_PUBLIC_URL=http://localhost", "--VERKSAM_PROXIES=127.0.0.1"], demo);
    }

    /// <summary>Where a browser finds it.</summary>
    public string Url => _app.Urls.Single();

    /// <summary>A new house; a demo is a copy of one that was made once, for its year takes seconds to write.</summary>
    public static async Task<HouseOnAPort> Open(bool demo = false)
    {
        var house = new HouseOnAPort(demo, demo ? await MadeDemo.Value : null);
        await house._app.StartAsync();
        return house;
    }

    /// <summary>Puts the clock of a demo to a moment, from which it goes on.</summary>
    public void ItIs(DateTimeOffset moment) => ((DemoClock)_app.Services.GetRequiredService<TimeProvider>()).Set(moment, TimeProvider.System.GetUtcNow());

    /// <summary>The link that the console tells at the first start.</summary>
    public async Task<string> FirstLink()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return $"{Url}/kom-igang/{await scope.ServiceProvider.GetRequiredService<FirstStart>().NewLink()}";
    }

    /// <summary>The six digits of the letter to an address, from the folder where letters lie when there is no mail server.</summary>
    public async Task<string> CodeTo(string address, CancellationToken cancelled)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "post")).FullName;
        while (true)
        {
            foreach (var letter in Directory.EnumerateFiles(folder, "*.eml"))
            {
                var text = await File.ReadAllTextAsync(letter, cancelled);
                if (text.Contains(address, StringComparison.Ordinal) && Code().Match(text) is { Success: true } code)
                    return code.Value.Replace(" ", "", StringComparison.Ordinal);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancelled);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<string> MakeDemo()
    {
        var house = new HouseOnAPort(demo: true);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(house._folder, recursive: true);
        await house._app.StartAsync();
        await house._app.StopAsync();
        await house._app.DisposeAsync();
        SqliteConnection.ClearAllPools(); // the last one to close writes the log into the database
        return house._folder;
    }

    [GeneratedRegex(@"\b\d{3} \d{3}\b", RegexOptions.None, 1000)]
    private static partial Regex Code();

    // built and not published: style sheet and script lie in the source, and the framework is told so before the house is built
    private sealed class AtBuilding : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;

        private bool IsOurs => Environment.CurrentManagedThreadId == _thread;

        public void OnNext(DiagnosticListener value)
        {
            if (IsOurs && value.Name == "Microsoft.Extensions.Hosting")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (IsOurs && value is { Key: "HostBuilding", Value: IHostBuilder builder })
                builder.ConfigureServices(Prepare);
        }

        private static void Prepare(HostBuilderContext context, IServiceCollection services)
        {
            StaticWebAssetsLoader.UseStaticWebAssets(
                (IWebHostEnvironment)services.Last(s => s.ServiceType == typeof(IWebHostEnvironment)).ImplementationInstance!, context.Configuration);
            services.RemoveAll<ILoggerProvider>();
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
