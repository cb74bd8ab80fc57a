using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Keeping;

namespace Verksam.Features.Planning.Carrying;

/// <summary>The limits of the status rule, kept in the settings.</summary>
internal sealed class StandingSettings(AppDb db, Kept kept)
{
    private const string Name = "planning-standing";

    public ValueTask<StandingLimits> Now() => kept.Get(nameof(StandingSettings), Look);

    public async Task Set(StandingLimits limits)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Name == Name);
        if (setting is null)
            db.Settings.Add(setting = new Setting(Name, ""));
        setting.Value = JsonSerializer.Serialize(limits);
        await db.SaveChangesAsync();
    }

    private async Task<StandingLimits> Look()
    {
        var json = await db.Settings.Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync();
        return json is null ? new StandingLimits() : JsonSerializer.Deserialize<StandingLimits>(json)!;
    }
}
