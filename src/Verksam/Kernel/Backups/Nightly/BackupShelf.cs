using System.Globalization;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Backups.Nightly;

/// <summary>The folder with the backups that the program takes by itself. Files with other names are nobody's but whoever put them there.</summary>
/// <param name="Folder">VERKSAM_BACKUPS, or <c>backups</c> in the data folder.</param>
/// <param name="Passphrase">What they are locked with, when that is set.</param>
internal sealed record BackupShelf(string Folder, string? Passphrase)
{
    public const string Setting = "VERKSAM_BACKUPS";

    private const string Before = "verksam-", Moment = "yyyyMMdd-HHmmss", Open = ".zip", Locked = ".sealed";

    public static BackupShelf Of(IConfiguration configuration, Installation installation) => new(
        Path.GetFullPath(configuration[Setting] is { Length: > 0 } chosen ? chosen : Path.Combine(installation.DataFolder, "backups")),
        Backups.Passphrase.Of(null, configuration));

    public string FileFor(DateTimeOffset at) => Path.Combine(
        PrivateFolder.Make(Folder), Before + at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture) + (Passphrase is null ? Open : Locked));

    /// <summary>Throws away what is no longer worth its place, and what a try that was killed has left unfinished.</summary>
    public void Thin(DateTimeOffset now)
    {
        foreach (var part in Directory.EnumerateFiles(Folder, Before + "*" + BackupFile.Unfinished).Where(f => IsLeft(f, now)))
            File.Delete(part);
        var taken = Directory.EnumerateFiles(Folder).Select(path => (Path: path, At: TakenAt(path))).Where(f => f.At is not null).ToList();
        var kept = Thinning.Kept([.. taken.Select(f => f.At!.Value)]);
        foreach (var (path, _) in taken.Where(f => !kept.Contains(f.At!.Value)))
            File.Delete(path);
    }

    /// <summary>A day old: no try is still at it.</summary>
    public static bool IsLeft(string path, DateTimeOffset now) => now.UtcDateTime - File.GetLastWriteTimeUtc(path) > TimeSpan.FromDays(1);

    private static DateTimeOffset? TakenAt(string path)
    {
        var name = Path.GetFileName(path);
        var isOurs = name.StartsWith(Before, StringComparison.Ordinal) && Path.GetExtension(name) is Open or Locked;
        return isOurs && DateTimeOffset.TryParseExact(Path.GetFileNameWithoutExtension(name)[Before.Length..], Moment,
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}
