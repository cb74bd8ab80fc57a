using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Formats.Tables.Delimited;
using Verksam.Formats.Tables.Xlsx;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Export;

/// <summary>Takes people out of the house as a file. That somebody did is noted before the file leaves.</summary>
internal sealed class Exporting(AppDb db, OurTime time, Texts texts)
{
    /// <summary>In the trail.</summary>
    public const string What = "PeopleExport";

    /// <param name="people">Whom whoever asks may see and take out.</param>
    /// <param name="unit">What the note in the trail is about.</param>
    /// <returns>The file, and how many are in it.</returns>
    public async Task<(byte[] File, int Count)> Make(IQueryable<Person> people, Id<Unit> unit, TableFormat format, CancellationToken cancelled)
    {
        var order = db.SwedishOrder;
        var rows = await people.AsNoTracking().IgnoreAutoIncludes().Where(p => !p.IsProtected).OrderBy(p => EF.Functions.Collate(p.NameFolded, order)).ToListAsync(cancelled);
        var known = (await new KnownReader(db, people.Where(p => !p.IsProtected), time.Today).All(new HashSet<Id<Person>>(), notes: false, cancelled)).ToDictionary(k => k.Id);
        using var file = new MemoryStream();
        new PeopleTable(texts, await Names(cancelled)).Write(file, format, rows, known, await db.Tags.Select(t => new { t.NameFolded, t.Name }).Distinct().GroupBy(t => t.NameFolded).Select(g => new { g.Key, Name = g.Min(t => t.Name)! }).ToDictionaryAsync(t => t.Key, t => t.Name, cancelled));
        db.Note(AuditKind.Read, What, unit.Value);
        await db.SaveChangesAsync(cancelled);
        return (file.ToArray(), rows.Count);
    }

    public static string ContentType(TableFormat format) => format == TableFormat.Csv ? CsvWriter.ContentType : XlsxWriter.ContentType;

    // two of one name: their short names tell them apart, and an import knows both
    private async Task<IReadOnlyDictionary<Id<Unit>, string>> Names(CancellationToken cancelled)
    {
        var units = await db.Units.AsNoTracking().Select(u => new { u.Id, u.Name, u.Slug }).ToListAsync(cancelled);
        var twice = units.CountBy(u => u.Name).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        return units.ToDictionary(u => u.Id, u => twice.Contains(u.Name) ? u.Slug : u.Name);
    }
}
