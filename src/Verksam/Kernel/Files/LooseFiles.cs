using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Jobs;

namespace Verksam.Kernel.Files;

/// <summary>
/// Every night: bytes outside the database that no row tells of are thrown away. They were put there by an act that was never saved, or
/// their row is gone. What is younger than a day may belong to an act that is still going on.
/// </summary>
internal sealed class LooseFiles(AppDb db, FilePlaces places, PlaceMemory memory, TimeProvider clock) : IJob
{
    public const string JobName = "loose-files";

    private const int Few = 20;

    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        if (places.Outside is { } outside)
            await Sweep(outside, cancelled);
        foreach (var earlier in await memory.Earlier(cancelled))
            await Sweep(earlier, cancelled);
    }

    private async Task Sweep(IFileStore store, CancellationToken cancelled)
    {
        var (all, old) = (0, new List<Id<StoredFile>>());
        await foreach (var lying in store.All(cancelled))
        {
            all++;
            if (clock.GetUtcNow() - lying.Since > Grace)
                old.Add(lying.Key);
        }
        var known = (await db.Files.Select(f => f.Id).ToListAsync(cancelled)).ToHashSet();
        old.RemoveAll(known.Contains);
        if (old.Count > Few && old.Count > all / 2)
            throw new InvalidOperationException($"{old.Count} of {all} files are known to no row here. Does the place belong to another installation?");
        foreach (var key in old)
        {
            if (!await db.Files.AnyAsync(f => f.Id == key, cancelled)) // a restore may just have brought it back
                await store.Remove(key, cancelled);
        }
    }
}
