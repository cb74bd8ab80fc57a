using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Verksam.Kernel.Files;

/// <summary>Takes files in and hands them out, wherever they lie. Who may have one is asked before anybody comes here.</summary>
internal sealed class Archive(AppDb db, FilePlaces places, PlaceMemory memory, TimeProvider clock)
{
    /// <summary>The sum of an empty file.</summary>
    public static readonly string Nothing = Convert.ToHexStringLower(SHA256.HashData([]));

    public DatabaseFiles InDatabase { get; } = new(db);

    /// <summary>Where new files go.</summary>
    public IFileStore Here => places.Outside ?? InDatabase;

    /// <summary>
    /// The bytes are put away first, and the row is saved by whoever asks, with what refers to it. Is that save never made, what lies there
    /// is nobody's and is swept away.
    /// </summary>
    /// <param name="content">Can be read from any place.</param>
    public async Task<StoredFile> Keep(string name, string contentType, Stream content, CancellationToken cancelled)
    {
        var file = new StoredFile(name, contentType, await Sum(content, cancelled), clock.GetUtcNow());
        db.Files.Add(file);
        db.FileBytes.Add(new FileBytes(file.Id));
        await Here.Put(file.Id, content, cancelled);
        return file;
    }

    /// <summary>All of it has been found to be what was put there; otherwise there is <see cref="FileTrouble"/>.</summary>
    public async Task<Stream> Open(Id<StoredFile> file, string sha256, CancellationToken cancelled)
    {
        var (content, trouble) = await Find(file, sha256, cancelled);
        if (trouble is null)
            return content!;
        if (content is not null)
            await content.DisposeAsync();
        throw trouble;
    }

    /// <summary>What there is of it, and what is wrong with it: of what is damaged a backup still takes what is left.</summary>
    public async Task<(Stream? Content, FileTrouble? Trouble)> Find(Id<StoredFile> file, string sha256, CancellationToken cancelled)
    {
        Stream? damaged = null;
        FileTrouble? trouble = null;
        await foreach (var store in Stores(cancelled))
        {
            var (found, wrong) = await Look(store, file, sha256, cancelled);
            trouble ??= wrong;
            if (found is not null && wrong is null)
                return (found, null);
            damaged ??= found;
        }
        if (trouble is null && sha256 == Nothing)
            return (Stream.Null, null);
        return (damaged, trouble ?? new FileTrouble(FileFault.Missing, $"The file {file} lies nowhere"));
    }

    /// <summary>Whole, in this place.</summary>
    public static async Task<bool> Has(IFileStore store, Id<StoredFile> file, string sha256, CancellationToken cancelled)
    {
        var (found, wrong) = await Look(store, file, sha256, cancelled);
        if (found is not null)
            await found.DisposeAsync();
        return found is not null && wrong is null;
    }

    public async IAsyncEnumerable<IFileStore> Stores([EnumeratorCancellation] CancellationToken cancelled)
    {
        yield return InDatabase; // its row tells: no place outside is asked for what is here
        if (places.Outside is { } outside)
            yield return outside;
        foreach (var earlier in await memory.Earlier(cancelled))
            yield return earlier;
    }

    private static async Task<(Stream? Content, FileTrouble? Trouble)> Look(IFileStore store, Id<StoredFile> file, string sha256, CancellationToken cancelled)
    {
        try
        {
            if (await store.Open(file, cancelled) is not { } content)
                return (null, null);
            var isWhole = await Sum(content, cancelled) == sha256;
            return (content, isWhole ? null : new FileTrouble(FileFault.Damaged, $"The file {file} is not what was put away"));
        }
        catch (FileTrouble trouble)
        {
            return (null, trouble);
        }
        catch (IOException trouble)
        {
            return (null, new FileTrouble(FileFault.Damaged, $"The file {file} cannot be read: {trouble.Message}", trouble));
        }
    }

    private static async Task<string> Sum(Stream content, CancellationToken cancelled)
    {
        content.Position = 0;
        var sum = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancelled));
        content.Position = 0;
        return sum;
    }
}
