using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Import.Reading;
using Verksam.Features.Structure;
using Verksam.Formats;
using Verksam.Formats.Tables;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Import;

/// <summary>Takes a file in: looks whether it can be read, knows it again by its headings, or guesses its columns.</summary>
internal sealed class BringingIn(AppDb db, Archive archive, OurTime time)
{
    private const string ContentType = "application/octet-stream";

    /// <returns>The run, added but not saved; or why the file cannot be read: one of the codes of UnreadableDocument.</returns>
    public async Task<(ImportRun? Run, string? No)> Take(Id<Unit> unit, string name, Func<Stream> open, CancellationToken cancelled)
    {
        try
        {
            await using var looked = open();
            var table = await TableReader.Open(looked, cancellation: cancelled);
            if (!table.Rows().Any())
                return (null, UnreadableTable.NoRows);
            var mapping = await Mapping(unit, table, cancelled);
            await using var content = open();
            var run = new ImportRun(unit, await archive.Keep(Path.GetFileName(name), ContentType, content, cancelled), db.Clock.GetUtcNow());
            run.Map(mapping.Source, JsonSerializer.Serialize(mapping.Mapping, RowContent.Words));
            db.Imports.Add(run);
            return (run, null);
        }
        catch (UnreadableDocument no)
        {
            return (null, no.Code);
        }
    }

    private async Task<(Id<ImportSource>? Source, Mapping Mapping)> Mapping(Id<Unit> unit, OpenTable table, CancellationToken cancelled)
    {
        var headings = Guessing.Sum(table);
        var source = await db.ImportSources.AsNoTracking().Where(s => s.UnitId == unit && s.Headings == headings).OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancelled);
        return source is null ? (null, new Mapping { Columns = Guessing.Fields(table, time.Today) })
            : (source.Id, JsonSerializer.Deserialize<Mapping>(source.Mapping, RowContent.Words)!);
    }
}
