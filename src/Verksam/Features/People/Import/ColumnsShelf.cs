using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import.Applying;
using Verksam.Features.People.Import.Reading;
using Verksam.Features.Structure;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Columns;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Import;

/// <summary>A file as step 2 shows it.</summary>
/// <param name="UnitWords">What the file calls units that nobody knows, or that somebody has told.</param>
internal sealed record FileShown(
    TableFindings Findings, Mapping Mapping, IReadOnlyList<ColumnShown> Columns, IReadOnlyList<(string Word, Id<Unit>? Meant)> UnitWords,
    IReadOnlyList<(string Word, RelationKind? Meant)> KindWords)
{
    public required ImportSource? Source { get; init; }
    public required IReadOnlyList<SelectListItem> Units { get; init; }
    public required string Headings { get; init; }

    /// <summary>Some dates may be one day or another.</summary>
    public bool AsksForDates { get; init; }
}

/// <summary>Opens a run's file for step 2, and keeps what is said there.</summary>
internal sealed class ColumnsShelf(AppDb db, Archive archive, OurTime time)
{
    // more is not a word for a unit but something else in its column
    private const int MostWords = 200;

    public async Task<FileShown> Look(ImportRun run, CancellationToken cancelled)
    {
        var mapping = ReadStep.Mapping(run);
        var table = await Open(run, mapping.Choices, cancelled);
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == run.UnitId, cancelled);
        var known = await UnitWords.Of(db, unit, cancelled);
        var column = mapping.Has(ColumnField.Unit) ? ColumnField.Unit : ColumnField.Municipality;
        return new FileShown(
            table.Findings, mapping, Guessing.Look(table, mapping, time.Today),
            [.. Words(table, mapping, column).Where(w => !known.ContainsKey(Vocabulary.Plain(w))).Select(w => (w, Meant(mapping.Units, w)))],
            [.. Words(table, mapping, ColumnField.Relation).Where(w => Vocabulary.UsualKind(w) is null).Select(w => (w, Meant(mapping.Relations, w)))])
        {
            Source = await db.ImportSources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == run.SourceId, cancelled),
            Units = [.. (await db.Units.AsNoTracking().Where(u => u.Path.StartsWith(unit.Path)).OrderBy(u => u.Path.Length).ThenBy(u => u.Name).ToListAsync(cancelled)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))],
            Headings = Guessing.Sum(table),
            AsksForDates = mapping.Dates is not null || new DateColumns(table.Rows(), mapping, time.Today).Ambiguous.Any(),
        };
    }

    /// <summary>The source of these headings, new or known, and the run's next step.</summary>
    public async Task<Refusal?> Keep(ImportRun run, FileShown file, ColumnsPage.Form said, Mapping mapping, CancellationToken cancelled)
    {
        var source = await db.ImportSources.SingleOrDefaultAsync(s => s.UnitId == run.UnitId && s.Headings == file.Headings && s.Name == said.Source, cancelled);
        if (source is null)
            db.ImportSources.Add(source = new ImportSource(run.UnitId, file.Headings));
        source.Describe(said.Source, said.IsWhole, said.Gone);
        var json = JsonSerializer.Serialize(mapping, RowContent.Words);
        source.Keep(json);
        return run.Read(source.Id, json);
    }

    /// <summary>Other columns come out of it: they are guessed anew.</summary>
    public async Task ReadAs(ImportRun run, TableChoices choices, CancellationToken cancelled)
    {
        var mapping = ReadStep.Mapping(run) with { Encoding = choices.Encoding, Separator = choices.Separator, Sheet = choices.Sheet, HeadingLine = choices.HeadingLine };
        try
        {
            mapping = mapping with { Columns = Guessing.Fields(await Open(run, choices, cancelled), time.Today) };
        }
        catch (Formats.UnreadableDocument)
        {
            // the page says so when it is opened
        }
        run.Map(run.SourceId, JsonSerializer.Serialize(mapping, RowContent.Words));
    }

    private async Task<OpenTable> Open(ImportRun run, TableChoices choices, CancellationToken cancelled)
    {
        var file = await db.Files.AsNoTracking().SingleAsync(f => f.Id == run.FileId, cancelled);
        await using var content = await archive.Open(file.Id, file.Sha256, cancelled);
        return await TableReader.Open(content, choices, cancellation: cancelled);
    }

    private static IEnumerable<string> Words(OpenTable table, Mapping mapping, ColumnField field)
    {
        var column = mapping.Columns.ToList().IndexOf(field);
        return column < 0 ? [] : table.Rows().Where(r => !new RowCells(r, mapping).IsSum).Select(r => r[column].Text.Trim()).Where(t => t.Length > 0)
            .DistinctBy(Vocabulary.Plain).Take(MostWords).Order(StringComparer.CurrentCulture);
    }

    private static T? Meant<T>(IReadOnlyDictionary<string, T> known, string word) where T : struct => known.TryGetValue(Vocabulary.Plain(word), out var meant) ? meant : null;
}
