namespace Verksam.Kernel.Files;

/// <summary>Puts something small where files are to lie, reads it and takes it away: whether all of that goes.</summary>
internal sealed class FileTrial(FilePlaces places, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Known = TimeSpan.FromSeconds(30);

    private (DateTimeOffset At, FileTrouble? Trouble)? _last;

    /// <summary>As it was at most half a minute ago: a program that watches asks often. The database is asked for by others.</summary>
    public async Task<FileTrouble?> Lately(CancellationToken cancelled)
    {
        if (places.Set.IsDatabase)
            return null;
        if (_last is { } last && (clock.GetUtcNow() - last.At).Duration() < Known)
            return last.Trouble;
        var now = (clock.GetUtcNow(), await Now(cancelled));
        _last = now;
        return now.Item2;
    }

    /// <returns>Null when all is well.</returns>
    public async Task<FileTrouble?> Now(CancellationToken cancelled)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        enough.CancelAfter(Patience);
        try
        {
            return places.Outside is { } outside ? await Try(outside, enough.Token) : null;
        }
        catch (FileTrouble trouble)
        {
            return trouble;
        }
        catch (OperationCanceledException slow) when (!cancelled.IsCancellationRequested)
        {
            return new FileTrouble(FileFault.Away, $"{Patience.TotalSeconds} s", slow);
        }
    }

    private static async Task<FileTrouble?> Try(IFileStore store, CancellationToken cancelled)
    {
        var key = Id<StoredFile>.New();
        var small = "verksam"u8.ToArray();
        using var sent = new MemoryStream(small);
        await store.Put(key, sent, cancelled);
        using var read = new MemoryStream();
        await using (var back = await store.Open(key, cancelled))
            await (back ?? Stream.Null).CopyToAsync(read, cancelled);
        await store.Remove(key, cancelled);
        return read.ToArray().AsSpan().SequenceEqual(small) ? null : new FileTrouble(FileFault.Damaged, key.ToString());
    }
}
