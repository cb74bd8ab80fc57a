using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Keeping;

namespace Verksam.Features.People.Belonging;

/// <summary>How membership is counted, kept in the settings.</summary>
internal sealed class MembershipSettings(AppDb db, Kept kept)
{
    private const string Name = "people-membership";

    private static readonly JsonSerializerOptions Words = new() { Converters = { new JsonStringEnumConverter() } };

    public ValueTask<MembershipRule> Now() => kept.Get(nameof(MembershipSettings), Look);

    /// <summary>Saved by whoever asks. What has been paid already keeps what it gave.</summary>
    public static async Task Put(AppDb db, MembershipRule rule)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Name == Name);
        if (setting is null)
            db.Settings.Add(setting = new Setting(Name, ""));
        setting.Value = JsonSerializer.Serialize(rule, Words);
    }

    private async Task<MembershipRule> Look()
    {
        var json = await db.Settings.Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync();
        return json is null ? new MembershipRule() : JsonSerializer.Deserialize<MembershipRule>(json, Words)!;
    }
}
