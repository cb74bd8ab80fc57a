using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Welcome;

/// <summary>Those who wait are given to somebody by hand, and back to whoever had them. Saved by whoever asks.</summary>
internal sealed class HandOver(AppDb db, CurrentUser me, OurTime time)
{
    // a database keeps a moment less finely than the program
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(1);

    /// <summary>Those that one may give, of units whose register one keeps.</summary>
    public IQueryable<WelcomeCase> Mine()
    {
        var units = db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id);
        return db.WelcomeCases.VisibleTo(me, db, time.Today).Where(c => c.EndedOn == null && units.Contains(c.UnitId));
    }

    /// <summary>Which press it was, for <see cref="TakeBack"/>.</summary>
    public string Give(IEnumerable<WelcomeCase> cases, Id<Person> contact)
    {
        var now = time.Now;
        foreach (var one in cases)
            one.GiveTo(contact, ContactRule.Hand, now);
        return now.UtcTicks.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Those whom one gave in that press, and who have not been given on since, go back; how many they were.</summary>
    public async Task<int> TakeBack(string? press)
    {
        if (!long.TryParse(press, CultureInfo.InvariantCulture, out var ticks) || ticks < Grain.Ticks || ticks > DateTime.MaxValue.Ticks - Grain.Ticks)
            return 0;
        var at = new DateTimeOffset(ticks, TimeSpan.Zero);
        var (from, to) = (at - Grain, at + Grain);
        var cases = await Mine().Where(c => c.ContactRule == ContactRule.Hand && c.GivenAt >= from && c.GivenAt <= to).ToListAsync();
        var before = await Before([.. cases.Select(c => c.Id.Value)], from);
        foreach (var one in cases.Where(c => before.ContainsKey(c.Id.Value)))
            GiveBack(one, before[one.Id.Value]);
        return before.Count;
    }

    // an address could be forged and a cookie is small: who had it is in the log, which nobody can change
    private async Task<Dictionary<Guid, Dictionary<string, string?[]>>> Before(List<Guid> ids, DateTimeOffset from)
    {
        var written = await db.Audit.Where(e => ids.Contains(e.WhatId) && e.What == nameof(WelcomeCase) && e.Kind == AuditKind.Changed && e.By == me.PersonId && e.At >= from)
            .OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new { e.WhatId, e.Changes }).ToListAsync();
        return written.GroupBy(e => e.WhatId).ToDictionary(g => g.Key, g => JsonSerializer.Deserialize<Dictionary<string, string?[]>>(g.First().Changes)!);
    }

    private void GiveBack(WelcomeCase one, Dictionary<string, string?[]> changes)
    {
        var contact = changes.TryGetValue(nameof(WelcomeCase.ContactId), out var ids) ? ids[0] is { } id ? Id<Person>.Parse(id, null) : (Id<Person>?)null : one.ContactId;
        one.GiveTo(contact, changes.TryGetValue(nameof(WelcomeCase.ContactRule), out var rules) ? Enum.Parse<ContactRule>(rules[0]!) : ContactRule.Hand, time.Now);
    }
}
