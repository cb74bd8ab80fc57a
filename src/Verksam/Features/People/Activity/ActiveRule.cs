using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.People.Activity;

/// <summary>What this organisation means by an active member: one who has shown one of the signs lately.</summary>
/// <param name="Days">How far back "lately" goes.</param>
/// <param name="Signs">The keys of those that count; null for all there are.</param>
internal sealed record ActiveRule(int Days, IReadOnlyList<string>? Signs)
{
    public const int MostDays = 3650;

    public bool Counts(ISignOfActivity sign) => Signs?.Contains(sign.Key, StringComparer.Ordinal) != false;
}

/// <summary>Who was active on a day, by the rule of today.</summary>
internal sealed class ActivePeople(AppDb db, IEnumerable<ISignOfActivity> signs)
{
    private const string Name = "people-active";

    public IEnumerable<ISignOfActivity> Signs => signs;

    public async Task<ActiveRule> Rule()
    {
        var json = await db.Settings.Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync();
        return json is null ? new ActiveRule(365, null) : JsonSerializer.Deserialize<ActiveRule>(json)!;
    }

    /// <summary>For use inside a query: one may be there more than once.</summary>
    public async Task<IQueryable<Id<Person>>> On(DateOnly day)
    {
        var rule = await Rule();
        return signs.Where(rule.Counts).Select(s => s.Between(day.AddDays(-rule.Days), day))
            .Aggregate(db.People.Where(p => false).Select(p => p.Id), (all, more) => all.Concat(more));
    }

    /// <summary>Saved by whoever asks.</summary>
    public static async Task Put(AppDb db, ActiveRule rule)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Name == Name);
        if (setting is null)
            db.Settings.Add(setting = new Setting(Name, ""));
        setting.Value = JsonSerializer.Serialize(rule);
    }
}
