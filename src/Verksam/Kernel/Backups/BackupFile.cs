using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Backups.Sealing;

namespace Verksam.Kernel.Backups;

/// <summary>A backup on a disk: nobody else reads it, and it has its name only when all of it is there.</summary>
internal static class BackupFile
{
    /// <summary>After the name of one that is being written.</summary>
    public const string Unfinished = ".part";

    private const UnixFileMode Ours = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static async Task Write(string path, string? passphrase, Func<Stream, Task> content)
    {
        var part = path + Unfinished;
        File.Delete(part); // what an earlier try left may have been made for others to read
        try
        {
            await using (var file = new FileStream(part, Private()))
            {
                await Put(file, passphrase, content);
                await file.FlushAsync();
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Its content, to be read from any place; a locked one is opened on the way.</summary>
    public static Stream Open(string path, string? passphrase)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            if (!IsLocked(file))
                return file;
            return new UnsealedStream(file, passphrase ?? throw new BadBackup("Ui.Backup.NeedsPassphrase"));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static async Task Put(FileStream file, string? passphrase, Func<Stream, Task> content)
    {
        if (passphrase is null)
        {
            await content(file);
            return;
        }
        await using var locking = new SealingStream(file, passphrase);
        await content(locking);
        locking.Finish();
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Ours;
        return options;
    }

    private static bool IsLocked(FileStream file)
    {
        var start = new byte[Seal.Magic.Length];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == start.Length && Seal.Magic.SequenceEqual(start);
    }
}
