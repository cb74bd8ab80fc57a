using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Tests.House;

namespace Verksam.Tests.Kernel.Files;

public enum Where
{
    Database,
    Folder,
    S3,
}

/// <summary>A place for files of one test's own, and what somebody can do to it behind the program's back.</summary>
internal sealed class PlaceUnderTest : IAsyncDisposable
{
    private readonly string? _above;

    private PlaceUnderTest(FilePlace place, string? above) => (Place, _above) = (place, above);

    public FilePlace Place { get; }

    public static async Task<PlaceUnderTest> Of(Where where)
    {
        if (where == Where.S3)
            return new PlaceUnderTest(await SwiftPeer.Bucket(), null);
        if (where == Where.Database)
            return new PlaceUnderTest(FilePlace.Database, null);
        var above = Directory.CreateTempSubdirectory("verksam-files-").FullName;
        return new PlaceUnderTest(new FilePlace(Path.Combine(above, "files")), above);
    }

    /// <summary>As one would set it.</summary>
    public string[] Settings => [.. Set.Select(s => $"--{s.Key}={s.Value}")];

    public IReadOnlyDictionary<string, string> Set => Place.Endpoint is { } endpoint
        ? new Dictionary<string, string> { [FilePlace.Setting] = Place.Address, [FilePlace.EndpointSetting] = endpoint }
        : new Dictionary<string, string> { [FilePlace.Setting] = Place.Address };

    public Task<AppUnderTest> House() => AppUnderTest.Start(Settings);

    /// <summary>What lies there, by the names that somebody who looks there sees.</summary>
    public async Task<IReadOnlyList<string>> Names() => Place.IsS3 ? [.. (await SwiftPeer.Names(Place)).Select(n => n.Split('/')[^1])]
        : Place.IsDatabase || !Directory.Exists(Place.Address) ? []
        : [.. Directory.EnumerateFiles(Place.Address, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!).Where(n => n != FolderFiles.Mark)];

    /// <summary>Other bytes under the same key.</summary>
    public async Task Damage(AppUnderTest app, Id<StoredFile> file)
    {
        if (Place.IsS3)
            await SwiftPeer.Overwrite(Place, file.ToString(), "something else"u8.ToArray());
        else if (Place.IsDatabase)
            await app.Write(async db => (await db.FileBytes.FindAsync(file))!.Content = "something else"u8.ToArray());
        else
            await File.WriteAllTextAsync(PathOf(file), "something else");
    }

    public string PathOf(Id<StoredFile> file) => Path.Combine(Place.Address, file.ToString()[^2..], file.ToString());

    public ValueTask DisposeAsync()
    {
        if (_above is not null)
            Directory.Delete(_above, recursive: true);
        return ValueTask.CompletedTask;
    }
}
