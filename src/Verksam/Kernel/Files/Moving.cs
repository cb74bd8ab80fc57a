using Microsoft.EntityFrameworkCore;

namespace Verksam.Kernel.Files;

/// <summary>
/// Carries all files to where the setting says, one at a time: copied, read back and compared, and only then taken away from where it was.
/// Can be cut off anywhere and begun again, while the server runs.
/// </summary>
internal sealed class Moving(AppDb db, Archive archive, FilePlaces places, PlaceMemory memory)
{
    /// <param name="from">A place that the house does not remember.</param>
    /// <param name="said">After each file: how many are done, of how many.</param>
    /// <returns>What could not be moved, and why.</returns>
    public async Task<IReadOnlyList<FileTrouble>> Run(string? from, Action<int, int> said, CancellationToken cancelled)
    {
        await memory.Begin(cancelled);
        var others = await Others(from, cancelled);
        var files = await db.Files.OrderBy(f => f.Id).Select(f => new { f.Id, f.Sha256 }).ToListAsync(cancelled);
        var troubles = new List<FileTrouble>();
        for (var at = 0; at < files.Count; at++)
        {
            try
            {
                await Move(files[at].Id, files[at].Sha256, others, cancelled);
            }
            catch (FileTrouble trouble) when (trouble.Fault is FileFault.Damaged or FileFault.Missing)
            {
                troubles.Add(trouble); // the others are not to wait for it
            }
            db.ChangeTracker.Clear();
            said(at + 1, files.Count);
        }
        if (troubles.Count == 0)
            await memory.Forget(cancelled);
        return troubles;
    }

    private async Task<List<IFileStore>> Others(string? from, CancellationToken cancelled)
    {
        var others = (await memory.Earlier(cancelled)).ToList();
        if (from is not null && places.Set.At(from).Address is var address && address != places.Set.Address)
            others.Insert(0, places.At(address));
        return others;
    }

    private async Task Move(Id<StoredFile> file, string sha256, List<IFileStore> others, CancellationToken cancelled)
    {
        if (!await Archive.Has(archive.Here, file, sha256, cancelled))
            await Copy(file, sha256, others, cancelled);
        foreach (var other in others)
            await Leave(other, file, cancelled);
        if (places.Outside is not null && await db.FileBytes.AnyAsync(b => b.Id == file && b.Content != FileBytes.None, cancelled))
        {
            await archive.InDatabase.Remove(file, cancelled);
            await db.SaveChangesAsync(cancelled);
        }
    }

    private async Task Copy(Id<StoredFile> file, string sha256, List<IFileStore> others, CancellationToken cancelled)
    {
        await using (var content = await Source(file, sha256, others, cancelled))
            await archive.Here.Put(file, content, cancelled);
        await db.SaveChangesAsync(cancelled);
        if (!await Archive.Has(archive.Here, file, sha256, cancelled) && sha256 != Archive.Nothing)
            throw new FileTrouble(FileFault.Damaged, $"The file {file} did not come over whole");
    }

    private async Task<Stream> Source(Id<StoredFile> file, string sha256, List<IFileStore> others, CancellationToken cancelled)
    {
        foreach (var other in others)
        {
            if (await Archive.Has(other, file, sha256, cancelled))
                return (await other.Open(file, cancelled))!;
        }
        return await archive.Open(file, sha256, cancelled);
    }

    // a place that is gone for good must not stop what is already here
    private static async Task Leave(IFileStore other, Id<StoredFile> file, CancellationToken cancelled)
    {
        try
        {
            await other.Remove(file, cancelled);
        }
        catch (FileTrouble trouble) when (trouble.Fault == FileFault.Away)
        {
        }
    }
}
