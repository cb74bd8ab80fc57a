using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Backups.Nightly;

/// <summary>
/// A backup that nobody has restored is a hope: each is put into a fresh database of its own, which checks every sum and every count, and is
/// then thrown away.
/// </summary>
internal sealed class RestoreTest(Installation installation, BackupShelf shelf, TimeProvider clock)
{
    private const string Folder = "restore-test";

    /// <returns>Null when all went well, otherwise what went wrong.</returns>
    public async Task<string?> Try(string file, CancellationToken cancelled)
    {
        var tries = PrivateFolder.Make(Path.Combine(installation.DataFolder, Folder));
        foreach (var left in Directory.EnumerateDirectories(tries).Where(f => BackupShelf.IsLeft(f, clock.GetUtcNow())))
            Directory.Delete(left, recursive: true); // a try that was killed could not: it holds what the database held
        var folder = PrivateFolder.Make(Path.Combine(tries, Id<RestoreTest>.New().ToString()));
        try
        {
            await using var bench = new Workbench(new Installation(folder, null, installation.PublicUrl, installation.IsDemo), clock);
            await using var content = BackupFile.Open(file, shelf.Passphrase);
            await bench.Get<Restoring>().Run(content, replace: false, cancelled);
            return null;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            return trouble is BadBackup bad ? bad.Key : trouble.GetType().Name;
        }
        finally
        {
            Directory.Delete(folder, recursive: true); // it holds what the database holds
        }
    }
}
