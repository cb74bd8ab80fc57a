using System.CommandLine;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Backups;

/// <summary><c>verksam backup FILE</c> and <c>verksam restore FILE</c>. They work beside a running server, and without one.</summary>
internal sealed class BackupCommands(Texts texts, IConfiguration configuration)
{
    private const int NoSpace = 28; // what Unix calls a full disk

    private readonly Argument<FileInfo> _file = new("FILE") { Description = texts["Ui.Command.BackupFile"] };
    private readonly Option<FileInfo?> _passphrase = new("--passphrase-file") { Description = texts["Ui.Command.PassphraseFile"], HelpName = "FILE" };
    private readonly Option<bool> _replace = new("--replace") { Description = texts["Ui.Command.Replace"] };

    public Command Backup()
    {
        var backup = new Command("backup", texts["Ui.Command.Backup"]) { _file, _passphrase };
        backup.SetAction((parsed, cancelled) => Safely(parsed.InvocationConfiguration, () => Write(parsed, cancelled)));
        return backup;
    }

    public Command Restore()
    {
        var restore = new Command("restore", texts["Ui.Command.Restore"]) { _file, _passphrase, _replace };
        restore.SetAction((parsed, cancelled) => Safely(parsed.InvocationConfiguration, () => Read(parsed, cancelled)));
        return restore;
    }

    private async Task Write(ParseResult parsed, CancellationToken cancelled)
    {
        var file = parsed.GetRequiredValue(_file).FullName;
        var passphrase = Passphrase.Of(parsed.GetValue(_passphrase), configuration);
        var installation = Installation.From(configuration, demo: false);
        if (installation.HasNoDatabase)
            throw new BadBackup("Ui.Backup.NoDatabase", installation.SqliteFile);
        if (passphrase is null)
            await parsed.InvocationConfiguration.Error.WriteLineAsync(texts["Ui.Backup.Unlocked"]);
        await using var bench = new Workbench(installation, TimeProvider.System);
        Manifest? manifest = null;
        await BackupFile.Write(file, passphrase, async to => manifest = await bench.Get<BackupWriter>().Write(to, cancelled));
        await parsed.InvocationConfiguration.Output.WriteLineAsync(texts["Ui.Backup.Written", file, manifest!.Tables.Sum(t => t.Rows), manifest.Tables.Count]);
        foreach (var lost in manifest.Unsound ?? [])
            await parsed.InvocationConfiguration.Error.WriteLineAsync(texts["Ui.Backup.LostFile", lost]);
    }

    private async Task Read(ParseResult parsed, CancellationToken cancelled)
    {
        var file = parsed.GetRequiredValue(_file);
        if (!file.Exists)
            throw new BadBackup("Ui.Backup.NoFile", file.FullName);
        var installation = Installation.From(configuration, demo: false);
        PrivateFolder.Make(installation.DataFolder);
        await using var bench = new Workbench(installation, TimeProvider.System);
        await using var content = BackupFile.Open(file.FullName, Passphrase.Of(parsed.GetValue(_passphrase), configuration));
        var aside = await bench.Get<Restoring>().Run(content, parsed.GetValue(_replace), cancelled);
        var output = parsed.InvocationConfiguration.Output;
        if (aside is not null)
            await output.WriteLineAsync(texts["Ui.Backup.PutAside", aside]);
        await output.WriteLineAsync(texts["Ui.Backup.Restored", file.FullName]);
    }

    private async Task<int> Safely(InvocationConfiguration console, Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (Exception trouble) when (Words(trouble) is { } words)
        {
            await console.Error.WriteLineAsync(words);
            return 1;
        }
    }

    private string? Words(Exception trouble) => trouble switch
    {
        BadBackup or CannotStart => trouble.Message,
        SqliteException { SqliteErrorCode: 13 } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => texts["Ui.Backup.DiskFull"],
        IOException io when (io.HResult & 0xFFFF) == NoSpace => texts["Ui.Backup.DiskFull"],
        DbException => texts["Ui.Backup.Database", trouble.Message],
        FileTrouble { Fault: FileFault.Full } => texts["Ui.Files.Full"],
        FileTrouble => texts["Ui.Files.Away", trouble.Message],
        IOException or UnauthorizedAccessException => texts["Ui.Backup.Disk", trouble.Message],
        _ => null,
    };
}
