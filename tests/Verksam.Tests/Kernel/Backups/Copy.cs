using Verksam.Kernel.Backups;
using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Tests.House;

namespace Verksam.Tests.Kernel.Backups;

/// <summary>An installation that nobody serves, and backups in its folder.</summary>
internal sealed class Copy : IAsyncDisposable
{
    private readonly TestDatabase? _database;
    private readonly string _folder;

    private Copy(string folder, TestDatabase? database, FilePlace? files)
    {
        (_folder, _database) = (folder, database);
        Bench = new Workbench(new Installation(folder, database?.Connection, "", IsDemo: false, files), new FakeTime());
    }

    public Workbench Bench { get; }

    public static Copy Embedded(FilePlace? files = null) => new(Directory.CreateTempSubdirectory("verksam-copy-").FullName, null, files);

    /// <summary>Empty, of the kind that this run is about.</summary>
    public static async Task<Copy> OfThisKind(FilePlace? files = null)
    {
        var database = await TestDatabase.Make();
        return new Copy(database.Folder, database, files);
    }

    /// <summary>A backup of a house, in our folder.</summary>
    public async Task<string> BackUp(AppUnderTest app, string? passphrase = null)
    {
        await app.Work<BackupWriter>(writer => Write(writer, passphrase));
        return File;
    }

    public string File => Path.Combine(_folder, "copy.zip");

    /// <summary>A backup of our own.</summary>
    public Task Write() => Write(Bench.Get<BackupWriter>(), null);

    public async Task<string?> Restore(string file, bool replace = false, string? passphrase = null)
    {
        await using var content = BackupFile.Open(file, passphrase);
        return await Bench.Get<Restoring>().Run(content, replace, CancellationToken.None);
    }

    /// <summary>Which sentence was said.</summary>
    public async Task<string?> Refused(string file, bool replace = false, string? passphrase = null)
    {
        try
        {
            await Restore(file, replace, passphrase);
            return null;
        }
        catch (BadBackup bad)
        {
            return bad.Key;
        }
    }

    private Task Write(BackupWriter writer, string? passphrase) =>
        BackupFile.Write(File, passphrase, to => writer.Write(to, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        else
            Directory.Delete(_folder, recursive: true);
    }
}
