using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.People.Protection;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Tags;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Applying;

/// <summary>Writes what a run changes of people who are known, some at a time; who they were goes into their rows.</summary>
internal sealed class ChangedPeople(AppDb db, Place place)
{
    /// <returns>Those who have been changed by somebody since they were compared: they are not touched.</returns>
    public async Task<IReadOnlyList<ImportRow>> Change(IReadOnlyList<ImportRow> rows, CancellationToken cancelled)
    {
        var ids = rows.Select(r => r.PersonId!.Value).ToList();
        var people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancelled);
        var kept = await Kept.Of(db, ids, cancelled);
        var (stale, done) = (new List<ImportRow>(), new List<(ImportRow Row, Person Person, Before Before)>());
        foreach (var row in rows)
        {
            if (!people.TryGetValue(row.PersonId!.Value, out var person) || person.Revision != row.Seen)
            {
                stale.Add(row);
                continue;
            }
            done.Add((row, person, new PersonChange(db, place, person, kept).Make(row.Read(), row.Effect == Outcome.Gone)));
            db.Entry(person).Property(p => p.UnitId).IsModified = true; // its revision stands for all that hangs on the person
        }
        db.AddRange(place.Unsaved());
        await db.SaveChangesAsync(cancelled);
        foreach (var (row, person, before) in done)
            row.Done(person.Id, person.Revision, JsonSerializer.Serialize(before, RowContent.Words));
        return stale;
    }
}

/// <summary>What hangs on some people.</summary>
internal sealed record Kept(ILookup<Id<Person>, PostalAddress> Addresses, IReadOnlyDictionary<Id<Person>, SealedIdentity> Sealed, ILookup<Id<Person>, Relation> Relations, IReadOnlyDictionary<Id<Person>, DateOnly> Paid,
    IReadOnlySet<(Id<Person>, Id<Tag>)> Tagged)
{
    public static async Task<Kept> Of(AppDb db, List<Id<Person>> ids, CancellationToken cancelled) => new(
        (await db.Addresses.Where(a => ids.Contains(a.PersonId)).ToListAsync(cancelled)).ToLookup(a => a.PersonId),
        await db.SealedIdentities.Where(s => ids.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, cancelled),
        (await db.Relations.Where(r => ids.Contains(r.PersonId)).ToListAsync(cancelled)).ToLookup(r => r.PersonId),
        await db.PaidPeriods.Where(p => ids.Contains(p.PersonId)).GroupBy(p => p.PersonId).Select(g => new { g.Key, To = g.Max(p => p.To) }).ToDictionaryAsync(g => g.Key, g => g.To, cancelled),
        (await db.Taggings.Where(t => ids.Contains(t.PersonId)).Select(t => new { t.PersonId, t.TagId }).ToListAsync(cancelled)).Select(t => (t.PersonId, t.TagId)).ToHashSet());
}
