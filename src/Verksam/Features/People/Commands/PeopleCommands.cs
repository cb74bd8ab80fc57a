using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Export;
using Verksam.Features.People.Import;
using Verksam.Features.Structure;
using Verksam.Kernel.Backups;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Commands;

/// <summary>
/// <c>verksam people import</c> and <c>export</c>, beside a running server or without one. Ends with 0 when it is done, 1 when it could not be, and 3
/// when so much would change that it waits for <c>--yes</c>.
/// </summary>
internal sealed class PeopleCommands(Texts texts, IConfiguration configuration, TimeProvider clock)
{
    private const int Failed = 1, WaitsForYes = 3;

    private readonly Argument<FileInfo> _file = new("FILE") { Description = texts["People.Command.File"] };
    private readonly Option<string> _unit = new("--unit") { Description = texts["People.Command.Unit"], HelpName = "UNIT", Required = true };
    private readonly Option<string?> _of = new("--unit") { Description = texts["People.Command.Unit"], HelpName = "UNIT" };
    private readonly Option<string?> _map = new("--map") { Description = texts["People.Command.Map"], HelpName = "NAME" };
    private readonly Option<bool> _dry = new("--dry-run") { Description = texts["People.Command.DryRun"] };
    private readonly Option<bool> _json = new("--json") { Description = texts["People.Command.Json"] };
    private readonly Option<bool> _yes = new("--yes") { Description = texts["People.Command.Yes"] };
    private readonly Option<bool> _all = new("--all-or-nothing") { Description = texts["People.Command.AllOrNothing"] };

    public Command People()
    {
        var import = new Command("import", texts["People.Command.Import"]) { _file, _unit, _map, _dry, _json, _yes, _all };
        import.SetAction((parsed, cancelled) => Safely(parsed.InvocationConfiguration, bench => Import(parsed, bench, cancelled)));
        var export = new Command("export", texts["People.Command.Export"]) { _file, _of };
        export.SetAction((parsed, cancelled) => Safely(parsed.InvocationConfiguration, bench => Export(parsed, bench, cancelled)));
        return new Command("people", texts["People.Command.People"]) { import, export };
    }

    private async Task<int> Import(ParseResult parsed, Workbench bench, CancellationToken cancelled)
    {
        var (console, file) = (parsed.InvocationConfiguration, parsed.GetRequiredValue(_file));
        if (!file.Exists)
            return await Fail(console, texts["People.Command.NoFile", file.FullName]);
        if (await Unit(bench, parsed.GetRequiredValue(_unit), cancelled) is not { } unit)
            return await Fail(console, texts["People.Command.NoUnit", parsed.GetRequiredValue(_unit)]);
        var run = bench.Get<ImportByCommand>();
        var (outcome, why) = await run.Read(unit.Id, file, parsed.GetValue(_map), cancelled);
        if (outcome is null)
            return await Fail(console, why!);
        var stopped = parsed.GetValue(_dry) ? "dry" : await run.Apply(outcome, parsed.GetValue(_all), parsed.GetValue(_yes), cancelled);
        if (stopped is not null)
            await run.Leave(outcome, cancelled);
        await console.Output.WriteLineAsync(parsed.GetValue(_json) ? await run.Json(outcome, stopped is null, cancelled) : await run.Said(outcome, cancelled));
        if (stopped is null or "dry")
            return 0;
        await console.Error.WriteLineAsync(texts[stopped]);
        return stopped == ImportRefusals.NotSure.Code ? WaitsForYes : Failed;
    }

    private async Task<int> Export(ParseResult parsed, Workbench bench, CancellationToken cancelled)
    {
        var (console, file) = (parsed.InvocationConfiguration, parsed.GetRequiredValue(_file));
        if (await Unit(bench, parsed.GetValue(_of), cancelled) is not { } unit)
            return await Fail(console, texts["People.Command.NoUnit", parsed.GetValue(_of)]);
        var db = bench.Db;
        var format = file.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? TableFormat.Xlsx : TableFormat.Csv;
        var (content, count) = await bench.Get<Exporting>().Make(db.People.Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(unit.Path))), unit.Id, format, cancelled);
        await File.WriteAllBytesAsync(file.FullName, content, cancelled);
        await console.Output.WriteLineAsync(texts.Capital(texts.Count("People.Command.Exported", count, file.FullName)));
        return 0;
    }

    private static Task<Unit?> Unit(Workbench bench, string? said, CancellationToken cancelled) =>
        bench.Db.Units.AsNoTracking().FirstOrDefaultAsync(u => said == null ? u.ParentId == null : u.Slug == said || u.Name == said, cancelled);

    private async Task<int> Safely(InvocationConfiguration console, Func<Workbench, Task<int>> work)
    {
        try
        {
            var installation = Installation.From(configuration, demo: false);
            if (installation.HasNoDatabase)
                throw new CannotStart("Ui.Backup.NoDatabase", installation.SqliteFile);
            await using var bench = new Workbench(installation, clock, House);
            bench.Db.Actor.Is(null, "command");
            return await work(bench);
        }
        catch (Exception trouble) when (trouble is CannotStart or DbException or IOException or UnauthorizedAccessException)
        {
            return await Fail(console, trouble is DbException ? texts["Ui.Backup.Database", trouble.Message] : trouble.Message);
        }
    }

    private void House(IServiceCollection services) => services
        .AddSingleton(texts).AddSingleton<OurTime>().AddScoped<MembershipSettings>().AddImport().AddScoped<ImportByCommand>().AddScoped<Exporting>();

    private static async Task<int> Fail(InvocationConfiguration console, string why)
    {
        await console.Error.WriteLineAsync(why);
        return Failed;
    }
}
