using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Import;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Commands;

/// <summary>The steps of an import one after the other, for whoever sits at the machine; the same rules and the same rows as by the pages.</summary>
internal sealed class ImportByCommand(AppDb db, BringingIn bringing, ImportJob job, OurTime time, Texts texts)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The run, compared; or why not, in words.</returns>
    public async Task<(ImportRun? Run, string? Why)> Read(Id<Unit> unit, FileInfo file, string? map, CancellationToken cancelled)
    {
        var source = map is null ? null : await db.ImportSources.AsNoTracking().Where(s => s.UnitId == unit && s.Name == map).OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancelled);
        if (map is not null && source is null)
            return (null, texts["People.Command.NoMap", map]);
        var (run, no) = await bringing.Take(unit, file.Name, file.OpenRead, cancelled);
        if (run is null)
            return (null, texts[$"Import.Unreadable.{no}"]);
        run.Read(source?.Id ?? run.SourceId, source?.Mapping ?? run.Mapping);
        await db.SaveChangesAsync(cancelled);
        await job.Step(run, null, cancelled);
        return run.Trouble is { } trouble ? (null, Said(trouble)) : (run, null);
    }

    /// <returns>Null when it is done; else the key of what hinders.</returns>
    public async Task<string?> Apply(ImportRun run, bool allOrNothing, bool yes, CancellationToken cancelled)
    {
        if (allOrNothing && await db.ImportRows.AnyAsync(r => r.RunId == run.Id && (r.Outcome == Outcome.Refused || r.Outcome == Outcome.Doubtful), cancelled))
            return ImportRefusals.NotAll.Code;
        if (run.Apply(allOrNothing, yes ? [.. RunNotice.From(run).Alarms.Select(a => a.Key)] : []) is { } no)
            return no.Code;
        await db.SaveChangesAsync(cancelled);
        await job.Step(run, null, cancelled);
        return run.Trouble is null ? null : $"Import.Trouble.{run.Trouble}";
    }

    public async Task Leave(ImportRun run, CancellationToken cancelled)
    {
        _said = await Refused(run, cancelled);
        await ImportErasing.Leave(db, run, cancelled);
    }

    private IReadOnlyList<(int Line, Fault Fault)>? _said;

    public async Task<string> Said(ImportRun run, CancellationToken cancelled)
    {
        var (notice, words) = (RunNotice.From(run), new RowWords(texts, time, new Dictionary<Id<Unit>, string>()));
        var lines = Enum.GetValues<Outcome>().Select(o => string.Create(CultureInfo.InvariantCulture, $"{texts[$"Import.Chip.{o}"]}: {notice.Of(o)}"))
            .Concat((await Refused(run, cancelled)).Select(r => $"{texts["Import.RowNumber", r.Line]}: {words.Fault(r.Fault)} ({r.Fault.Text})"));
        return string.Join(Environment.NewLine, lines);
    }

    public async Task<string> Json(ImportRun run, bool applied, CancellationToken cancelled)
    {
        var (notice, words) = (RunNotice.From(run), new RowWords(texts, time, new Dictionary<Id<Unit>, string>()));
        var said = new JsonObject { ["applied"] = applied, ["rows"] = notice.Rows };
        foreach (var outcome in Enum.GetValues<Outcome>())
            said[outcome.ToString().ToLowerInvariant()] = notice.Of(outcome);
        said["refusedRows"] = new JsonArray([.. (await Refused(run, cancelled)).Select(r => new JsonObject { ["line"] = r.Line, ["code"] = r.Fault.Code, ["why"] = words.Fault(r.Fault), ["text"] = r.Fault.Text })]);
        return said.ToJsonString(Readable);
    }

    private async Task<IReadOnlyList<(int Line, Fault Fault)>> Refused(ImportRun run, CancellationToken cancelled) => _said
        ?? [.. (await db.ImportRows.AsNoTracking().Where(r => r.RunId == run.Id && r.Outcome == Outcome.Refused).OrderBy(r => r.Line).ToListAsync(cancelled)).Select(r => (r.Line, r.Read().Fault!))];

    private string Said(string trouble) => trouble.Split('.') is ["unreadable", var code] ? texts[$"Import.Unreadable.{code}"] : texts[$"Import.Trouble.{trouble}"];
}
