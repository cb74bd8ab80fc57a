using Verksam.Kernel.Backups.Format;

namespace Verksam.Kernel.Backups;

/// <summary>What a backup is locked with: the first line of a file, or the environment. Never an argument, which others on the machine see.</summary>
internal static class Passphrase
{
    public const string Setting = "VERKSAM_BACKUP_PASSPHRASE";

    public static string? Of(FileInfo? file, IConfiguration configuration)
    {
        if (file is null)
            return configuration[Setting] is { Length: > 0 } set ? set : null;
        if (!file.Exists)
            throw new BadBackup("Ui.Backup.NoFile", file.FullName);
        return File.ReadLines(file.FullName).FirstOrDefault() is { Length: > 0 } line ? line : throw new BadBackup("Ui.Backup.EmptyPassphrase", file.FullName);
    }
}
