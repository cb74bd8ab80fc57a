using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.Planning.Carrying;

/// <summary>The limits of the status rule, kept in the settings and in memory for half a minute.</summary>
internal sealed class StandingSettings(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Name = "planning-standing";

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private volatile Known? _known;

    public async ValueTask<StandingLimits> Now()
    {
        if (_known is { } known && clock.GetUtcNow() < known.Until)
            return known.Limits;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var json = await db.Settings.Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync();
        var limits = json is null ? new StandingLimits() : JsonSerializer.Deserialize<StandingLimits>(json)!;
        _known = new Known(limits, clock.GetUtcNow() + Fresh);
        return limits;
    }

    public async Task Set(AppDb db, StandingLimits limits)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Name == Name);
        if (setting is null)
            db.Settings.Add(setting = new Setting(Name, ""));
        setting.Value = JsonSerializer.Serialize(limits);
        await db.SaveChangesAsync();
        _known = null;
    }

    private sealed record Known(StandingLimits Limits, DateTimeOffset Until);
}
