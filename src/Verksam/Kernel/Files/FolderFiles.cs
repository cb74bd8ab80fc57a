using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Files;

/// <summary>
/// Files in a folder of ours, spread by the end of their keys. A mark tells that it is the folder and not the empty place where a disk that
/// is not there would have been.
/// </summary>
internal sealed class FolderFiles(string folder) : IFileStore
{
    /// <summary>After the name of one that is being written.</summary>
    public const string Unfinished = ".part";

    public const string Mark = ".verksam-files";

    private const UnixFileMode Ours = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public Task TakeIntoUse(CancellationToken cancelled) => Guarded(async () =>
    {
        PrivateFolder.Make(folder);
        if (!File.Exists(Path.Combine(folder, Mark)))
            await New(Path.Combine(folder, Mark)).DisposeAsync();
        return true;
    });

    public Task Put(Id<StoredFile> key, Stream content, CancellationToken cancelled) => Guarded(async () =>
    {
        Look();
        var path = PathOf(key);
        PrivateFolder.Make(Path.GetDirectoryName(path)!);
        try
        {
            await using var file = New(path + Unfinished);
            await content.CopyToAsync(file, cancelled);
            await file.FlushAsync(cancelled);
            RandomAccess.FlushToDisk(file.SafeFileHandle);
            File.Move(path + Unfinished, path, overwrite: true);
            RandomAccess.FlushToDisk(file.SafeFileHandle); // its name too
            return true;
        }
        catch
        {
            File.Delete(path + Unfinished);
            throw;
        }
    });

    public Task<Stream?> Open(Id<StoredFile> key, CancellationToken cancelled) => Guarded<Stream?>(() =>
    {
        Look();
        return Task.FromResult<Stream?>(File.Exists(PathOf(key)) ? new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null);
    });

    public Task Remove(Id<StoredFile> key, CancellationToken cancelled) => Guarded(() =>
    {
        Look();
        foreach (var path in new[] { PathOf(key), PathOf(key) + Unfinished }.Where(File.Exists))
            File.Delete(path);
        return Task.FromResult(true);
    });

    public async IAsyncEnumerable<Lying> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancelled)
    {
        foreach (var path in await Guarded(() => { Look(); return Task.FromResult(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)); }))
        {
            var name = Path.GetFileName(path);
            if (name.EndsWith(Unfinished, StringComparison.Ordinal))
                name = name[..^Unfinished.Length]; // left by a kill: its key leads there too
            if (Guid.TryParseExact(name, "D", out var key))
                yield return new Lying(new Id<StoredFile>(key), new DateTimeOffset(File.GetLastWriteTimeUtc(path)));
        }
    }

    private void Look()
    {
        if (!File.Exists(Path.Combine(folder, Mark)))
            throw new FileTrouble(FileFault.Away, $"{folder}: {Mark}");
    }

    private string PathOf(Id<StoredFile> key)
    {
        var name = key.ToString();
        return Path.Combine(folder, name[^2..], name);
    }

    private static FileStream New(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = Ours;
        return new FileStream(path, how);
    }

    private static async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new FileTrouble(Trouble.IsFull(trouble) ? FileFault.Full : FileFault.Away, trouble.Message, trouble);
        }
    }
}
