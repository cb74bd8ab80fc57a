using Microsoft.Playwright;
using Verksam.BrowserTests;
using Xunit;

[assembly: AssemblyFixture(typeof(Browsers))]
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace Verksam.BrowserTests;

/// <summary>One Chromium for all journeys; each gets a window of its own, as wide and as dark as it asks for.</summary>
public sealed class Browsers : IAsyncLifetime
{
    public const string Desktop = "desktop", Phone = "phone";

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _windows;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium(),
            Args = ["--no-sandbox"], // a container's root has no other way
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A fresh window without cookies.</summary>
    public Task<IPage> Open(string size, ColorScheme scheme, bool script = true) => Open(new BrowserNewContextOptions
    {
        Locale = "sv-SE",
        ColorScheme = scheme,
        ReducedMotion = ReducedMotion.Reduce, // nothing to wait for between pages
        ViewportSize = size == Phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1360, Height = 900 },
        HasTouch = size == Phone,
        JavaScriptEnabled = script,
    });

    public async Task<IPage> Open(BrowserNewContextOptions options)
    {
        options.ExtraHTTPHeaders = new Dictionary<string, string> { [HouseOnAPort.Sender] = Address(Interlocked.Increment(ref _windows)) };
        var window = await _browser!.NewContextAsync(options);
        window.SetDefaultTimeout(15_000);
        return await window.NewPageAsync();
    }

    // people sit at a table of their own: ten who sign in within a minute from one address are taken for one who guesses
    private static string Address(int window) => $"10.0.{window / 250}.{window % 250 + 1}";

    // the one that draws no window of its own does the same journeys in two thirds of the time
    private static string Chromium() => new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.First(File.Exists);
}
