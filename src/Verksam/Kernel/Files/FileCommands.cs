using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Verksam.Kernel.Backups;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Files;

/// <summary><c>verksam files move</c>: all files to where the setting says, beside a running server or without one.</summary>
internal sealed class FileCommands(Texts texts, IConfiguration configuration, TimeProvider clock)
{
    private readonly Option<string?> _from = new("--from") { Description = texts["Ui.Command.FilesFrom"], HelpName = "PLACE" };

    public Command Files()
    {
        var move = new Command("move", texts["Ui.Command.FilesMove"]) { _from };
        move.SetAction((parsed, cancelled) => Safely(parsed.InvocationConfiguration, () => Move(parsed.GetValue(_from), parsed.InvocationConfiguration, cancelled)));
        return new Command("files", texts["Ui.Command.Files"]) { move };
    }

    private async Task<int> Move(string? from, InvocationConfiguration console, CancellationToken cancelled)
    {
        var installation = Installation.From(configuration, demo: false);
        if (installation.HasNoDatabase)
            throw new CannotStart("Ui.Backup.NoDatabase", installation.SqliteFile);
        await using var bench = new Workbench(installation, clock);
        bench.Db.Actor.Is(null, "command");
        var troubles = await bench.Get<Moving>().Run(from, (done, all) => Say(console.Output, done, all), cancelled);
        foreach (var trouble in troubles)
            await console.Error.WriteLineAsync(trouble.Message);
        var place = bench.Get<FilePlaces>().Set;
        await (troubles.Count > 0 ? console.Error.WriteLineAsync(texts["Ui.Files.NotMoved", troubles.Count])
            : console.Output.WriteLineAsync(place.IsDatabase ? texts["Ui.Files.MovedIn"] : texts["Ui.Files.Moved", place.Address]));
        return troubles.Count > 0 ? 1 : 0;
    }

    private static void Say(TextWriter output, int done, int all)
    {
        if (done % 50 == 0 || done == all)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done}/{all}"));
    }

    private async Task<int> Safely(InvocationConfiguration console, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception trouble) when (trouble is CannotStart or DbException or FileTrouble)
        {
            await console.Error.WriteLineAsync(trouble switch
            {
                FileTrouble { Fault: FileFault.Full } => texts["Ui.Files.Full"],
                FileTrouble => texts["Ui.Files.Away", trouble.Message],
                DbException => texts["Ui.Backup.Database", trouble.Message],
                _ => trouble.Message,
            });
            return 1;
        }
    }
}
