using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Protection;
using Verksam.Features.People.Reach;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Comparing;

/// <summary>
/// Reads people who are known, each with what an import compares, in a handful of queries. It opens the seals of protected
/// identities: nothing but the comparison sees what is under them. Of people elsewhere only their numbers are read, which are nobody else's.
/// </summary>
internal sealed class KnownReader(AppDb db, IQueryable<Person> people, DateOnly today)
{
    public static KnownReader Within(AppDb db, Unit unit, DateOnly today) =>
        new(db, unit.IsRoot ? db.People : db.People.Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(unit.Path))), today);

    private IQueryable<Person> Here => people.AsNoTracking().IgnoreAutoIncludes();

    private IQueryable<Id<Person>> Ids => Here.Select(p => p.Id);

    /// <param name="keep">Those whose address whoever imports may not move.</param>
    /// <param name="notes">Whether the file has notes to compare with.</param>
    public async Task<IReadOnlyList<Known>> All(IReadOnlySet<Id<Person>> keep, bool notes, CancellationToken cancelled)
    {
        var here = await Here.Select(p => new Bare(p.Id, p.Revision, p.UnitId, p.RegisterNumber, p.Language, p.IsProtected, p.Name, p.BirthDate, p.BirthYear)).ToListAsync(cancelled);
        var under = (await db.SealedIdentities.AsNoTracking().Where(s => Ids.Contains(s.PersonId)).ToListAsync(cancelled)).ToDictionary(s => s.PersonId, s => s.Open());
        var around = new Around(
            (await db.Ways.AsNoTracking().Where(w => Ids.Contains(w.PersonId)).OrderBy(w => w.Order).Select(w => new { w.PersonId, w.Kind, w.Value }).ToListAsync(cancelled)).ToLookup(w => w.PersonId, w => (w.Kind, w.Value)),
            await db.Addresses.AsNoTracking().Where(a => a.Kind == AddressKind.Home && Ids.Contains(a.PersonId)).ToDictionaryAsync(a => a.PersonId, a => new Home(a.CareOf, a.Street, a.PostalCode, a.Town), cancelled),
            await db.Relations.AsNoTracking().On(today).Where(r => Ids.Contains(r.PersonId)).Select(r => new { r.PersonId, r.Kind, r.From }).ToDictionaryAsync(r => r.PersonId, r => (r.Kind, r.From), cancelled),
            await db.PaidPeriods.Where(p => Ids.Contains(p.PersonId)).GroupBy(p => p.PersonId).Select(g => new { g.Key, To = g.Max(p => p.To) }).ToDictionaryAsync(g => g.Key, g => g.To, cancelled),
            (await db.Taggings.Where(t => Ids.Contains(t.PersonId)).Join(db.Tags, t => t.TagId, t => t.Id, (tagging, tag) => new { tagging.PersonId, tag.NameFolded }).ToListAsync(cancelled)).ToLookup(t => t.PersonId, t => t.NameFolded),
            notes ? (await db.PersonNotes.Where(n => Ids.Contains(n.PersonId)).Select(n => new { n.PersonId, n.Text }).ToListAsync(cancelled)).ToLookup(n => n.PersonId, n => n.Text) : null);
        return [.. here.Select(p => Of(p, around, under.GetValueOrDefault(p.Id)) with { KeepsAddress = keep.Contains(p.Id) })];
    }

    private static Known Of(Bare person, Around around, TrueIdentity? under)
    {
        var ways = under?.Ways.Select(w => (w.Kind, w.Value)) ?? around.Ways[person.Id];
        var home = under?.Addresses.Where(a => a.Kind == AddressKind.Home).Select(a => new Home(a.CareOf, a.Street, a.PostalCode, a.Town)).FirstOrDefault() ?? around.Homes.GetValueOrDefault(person.Id);
        var relation = around.Relations.TryGetValue(person.Id, out var held) ? held : ((RelationKind Kind, DateOnly From)?)null;
        return new Known
        {
            Id = person.Id,
            Revision = person.Revision,
            Unit = person.Unit,
            Number = person.Number,
            Language = person.Language,
            IsProtected = person.IsProtected,
            Name = under?.Name ?? person.Name,
            Born = under?.BirthDate ?? person.Born,
            BirthYear = under?.BirthYear ?? person.BirthYear,
            Emails = [.. ways.Where(w => w.Kind == WayKind.Email).Select(w => w.Value)],
            Phones = [.. ways.Where(w => w.Kind == WayKind.Phone).Select(w => w.Value)],
            Home = home,
            Relation = relation?.Kind,
            Since = relation?.From,
            PaidTo = around.Paid.TryGetValue(person.Id, out var paid) ? paid : null,
            Tags = around.Tags[person.Id].ToHashSet(StringComparer.Ordinal),
            Notes = around.Notes?[person.Id].ToHashSet(StringComparer.Ordinal) ?? [],
        };
    }

    /// <summary>Those outside a part of the organisation who have a number.</summary>
    public static async Task<IReadOnlyList<Known>> Elsewhere(AppDb db, Unit unit, CancellationToken cancelled) => unit.IsRoot ? [] : [.. (await db.People.IgnoreAutoIncludes()
        .Where(p => p.RegisterNumber != null && !db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(unit.Path))).Select(p => new { p.Id, p.UnitId, p.RegisterNumber }).ToListAsync(cancelled))
        .Select(p => new Known { Id = p.Id, Name = "", Unit = p.UnitId, Number = p.RegisterNumber, IsElsewhere = true })];

    private sealed record Bare(Id<Person> Id, int Revision, Id<Unit> Unit, string? Number, string? Language, bool IsProtected, string Name, DateOnly? Born, int? BirthYear);

    private sealed record Around(
        ILookup<Id<Person>, (WayKind Kind, string Value)> Ways, Dictionary<Id<Person>, Home> Homes, Dictionary<Id<Person>, (RelationKind Kind, DateOnly From)> Relations,
        Dictionary<Id<Person>, DateOnly> Paid, ILookup<Id<Person>, string> Tags, ILookup<Id<Person>, string>? Notes);
}
