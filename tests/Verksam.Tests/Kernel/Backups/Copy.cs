using Verksam.Kernel.Backups;
using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Hosting;
using Verksam.Tests.House;

namespace Verksam.Tests.Kernel.Backups;

/// <summary>An installation that nobody serves, and backups in its folder.</summary>
internal sealed class Copy : IAsyncDisposable
{
    private readonly TestDatabase? _database;
    private readonly string _folder;

    private Copy(string folder, string? connection, TestDatabase? database)
    {
        (_folder, _database) = (folder, database);
        Bench = new Workbench(new Installation(folder, connection, "", IsDemo: false), new FakeTime());
    }

    public Workbench Bench { get; }

    public static Copy Embedded() => new(Directory.CreateTempSubdirectory("verksam-copy-").FullName, null, null);

    /// <summary>Empty, of the kind that this run is about.</summary>
    public static async Task<Copy> OfThisKind()
    {
        var database = await TestDatabase.Make();
        return new Copy(database.Folder, database.Connection, database);
    }

    /// <summary>A backup of a house, in our folder.</summary>
    public async Task<string> BackUp(AppUnderTest app, string? passphrase = null)
    {
        await app.Work<Verksam.Kernel.AppDb>(db => Write(db, passphrase));
        return File;
    }

    public string File => Path.Combine(_folder, "copy.zip");

    public Task Write(Verksam.Kernel.AppDb db, string? passphrase = null) =>
        BackupFile.Write(File, passphrase, to => new BackupWriter(db, new FakeTime()).Write(to, CancellationToken.None));

    public async Task<string?> Restore(string file, bool replace = false, string? passphrase = null)
    {
        await using var content = BackupFile.Open(file, passphrase);
        return await new Restoring(Bench.Db, Bench.Installation, new FakeTime()).Run(content, replace, CancellationToken.None);
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

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        else
            Directory.Delete(_folder, recursive: true);
    }
}
