using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Reading;

/// <summary>What the units of a part of the organisation may be called in a file: their names, their short names, their municipalities.</summary>
internal static class UnitWords
{
    public static async Task<IReadOnlyDictionary<string, Id<Unit>>> Of(AppDb db, Unit within, CancellationToken cancelled)
    {
        var units = await db.Units.AsNoTracking().Where(u => u.Path.StartsWith(within.Path)).OrderBy(u => u.Path.Length).ThenBy(u => u.Id).ToListAsync(cancelled);
        var words = new Dictionary<string, Id<Unit>>(StringComparer.Ordinal);
        foreach (var unit in units)
            words.TryAdd(Vocabulary.Plain(unit.Name), unit.Id);
        foreach (var unit in units)
            words.TryAdd(unit.Slug, unit.Id);
        // two in one municipality: the name of it tells neither
        foreach (var alone in units.Where(u => u.Municipality is not null).GroupBy(u => Vocabulary.Plain(u.Municipality!), StringComparer.Ordinal).Where(g => g.Count() == 1))
            words.TryAdd(alone.Key, alone.Single().Id);
        return words;
    }
}
