using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.People.Import.Reading;
using Verksam.Features.Structure;
using Verksam.Formats;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Columns;
using Verksam.Kernel;
using Verksam.Kernel.Bulk;
using Verksam.Kernel.Files;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Import.Applying;

/// <summary>Reads the file and compares it; what would happen is kept as rows, and nothing else is changed.</summary>
internal sealed class ReadStep(AppDb db, Archive archive, Importer importer, MembershipSettings settings, OurTime time)
{
    public async Task Run(ImportRun run, Progress? progress, CancellationToken cancelled)
    {
        var me = await importer.Of(run, cancelled);
        var unit = await db.Units.SingleAsync(u => u.Id == run.UnitId, cancelled);
        try
        {
            var table = await Open(run, cancelled);
            var verdicts = await Compare(run, unit, table, me, progress, cancelled);
            await Keep(run, verdicts, cancelled);
        }
        catch (UnreadableDocument no)
        {
            run.Fail($"unreadable.{no.Code}");
            await db.SaveChangesAsync(cancelled);
        }
    }

    public async Task<Rules> Rules(ImportRun run, CancellationToken cancelled)
    {
        var source = await db.ImportSources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == run.SourceId, cancelled);
        return new Rules
        {
            Today = time.Today,
            Unit = run.UnitId,
            Kind = Mapping(run).Kind,
            Joined = Mapping(run).Joined,
            IsWhole = source?.IsWhole == true,
            Gone = source?.Gone ?? GoneRule.Stay,
            Fee = await settings.Now(),
        };
    }

    public static Mapping Mapping(ImportRun run) => JsonSerializer.Deserialize<Mapping>(run.Mapping, RowContent.Words)!;

    private async Task<OpenTable> Open(ImportRun run, CancellationToken cancelled)
    {
        var file = await db.Files.AsNoTracking().SingleAsync(f => f.Id == run.FileId, cancelled);
        await using var content = await archive.Open(file.Id, file.Sha256, cancelled);
        return await TableReader.Open(content, Mapping(run).Choices, cancellation: cancelled);
    }

    private async Task<Compared> Compare(ImportRun run, Unit unit, OpenTable table, CurrentUser? me, Progress? progress, CancellationToken cancelled)
    {
        var (mapping, words) = (Mapping(run), await UnitWords.Of(db, unit, cancelled));
        // the file needs no database, and the database no file
        var reading = Task.Run(() => Rows(table, mapping, words), cancelled);
        var known = await Everybody(run, unit, me, mapping.Has(ColumnField.Note), cancelled);
        var (whole, rows) = (new WholeFile(new RegisterIndex(known), await Rules(run, cancelled)), await reading);
        var verdicts = new List<Verdict>(rows.Count);
        foreach (var row in rows)
        {
            verdicts.Add(whole.Take(row));
            if (progress is not null && verdicts.Count % Often == 0)
                await progress.Say(db, verdicts.Count, rows.Count, cancelled);
        }
        verdicts.AddRange(whole.Gone());
        return new Compared(rows.Count, verdicts, Alarm.Of(known, verdicts), [.. Codes(table)], table.Findings.Headings);
    }

    private List<RowRead> Rows(OpenTable table, Mapping mapping, IReadOnlyDictionary<string, Id<Unit>> words)
    {
        var reader = new RowReader(mapping, new Vocabulary(mapping, words), new DateColumns(table.Rows(), mapping, time.Today), time.Today);
        return [.. table.Rows().Select(reader.Read)];
    }

    private async Task<IReadOnlyList<Known>> Everybody(ImportRun run, Unit unit, CurrentUser? me, bool notes, CancellationToken cancelled)
    {
        var sealedTo = await Unopened(me, cancelled);
        var here = await KnownReader.Within(db, unit, time.Today).All(await importer.Untouchable(me, cancelled), notes, cancelled);
        return [.. here.Select(k => k.IsProtected && sealedTo(k.Unit) ? k with { IsHidden = true } : k), .. await KnownReader.Elsewhere(db, unit, cancelled)];
    }

    // where a seal stays shut to whoever imports; whoever sits at the machine has everything anyway
    private async Task<Func<Id<Unit>, bool>> Unopened(CurrentUser? me, CancellationToken cancelled)
    {
        if (me is null)
            return _ => false;
        var opened = (await db.Units.Within(me.Where(Permission.SeeProtected)).Select(u => u.Id).ToListAsync(cancelled)).ToHashSet();
        return unit => !opened.Contains(unit);
    }

    private async Task Keep(ImportRun run, Compared compared, CancellationToken cancelled)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancelled);
        await db.ImportRows.Where(r => r.RunId == run.Id).ExecuteDeleteAsync(cancelled);
        await foreach (var rows in compared.Verdicts.Chunk(Often).Select(some => Array.ConvertAll(some, v => new ImportRow(run.Id, v))).Ahead(cancelled))
            await db.AddMany([rows], cancelled);
        run.Show(new RunNotice
        {
            Rows = compared.Rows,
            Counts = compared.Verdicts.CountBy(v => v.Outcome).ToDictionary(c => c.Key, c => c.Value),
            Alarms = compared.Alarms,
            Codes = compared.Codes,
            Headings = compared.Headings,
        }.Json, db.Clock.GetUtcNow());
        await db.SaveChangesAsync(cancelled);
        await whole.CommitAsync(cancelled);
    }

    private static IEnumerable<string> Codes(OpenTable table)
    {
        if (table.MergedRanges > 0)
            yield return "merged-cells";
        if (table.Findings.HasExternalLinks)
            yield return "external-links";
        if (table.Findings.HasMacros)
            yield return "macros";
    }

    private const int Often = 500;

    private sealed record Compared(int Rows, IReadOnlyCollection<Verdict> Verdicts, IReadOnlyList<Alarm> Alarms, IReadOnlyList<string> Codes, IReadOnlyList<string> Headings);
}
