using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Doctor;

/// <summary>Whether files can be put where the setting says, whether they are there, and whether a folder is only ours.</summary>
internal sealed class FileChecks(AppDb db, FilePlaces places, PlaceMemory memory, FileTrial trial)
{
    public IEnumerable<Check> All => places.Set.IsDatabase ? [new("files", There)] : [new("files", Place), new("files-there", There)];

    private async Task<Finding> Place(CancellationToken cancelled)
    {
        var address = places.Set.Address;
        if (!await IsUsed(cancelled))
            return Finding.Warning("Ui.Doctor.FilesNotYet", address);
        if (await trial.Now(cancelled) is { } trouble)
            return Finding.Fault(trouble.Fault == FileFault.Full ? "Ui.Doctor.FilesFull" : places.Set.IsS3 ? "Ui.Doctor.FilesFar" : "Ui.Doctor.FilesAway", address, trouble.Message);
        return !places.Set.IsS3 && PrivateFolder.IsOpen(address) ? Finding.Warning("Ui.Doctor.FilesOpen", address) : Finding.Ok("Ui.Doctor.Files", address);
    }

    private async Task<Finding> There(CancellationToken cancelled)
    {
        var outside = await Outside(cancelled);
        var inside = await db.FileBytes.CountAsync(b => b.Content != FileBytes.None, cancelled);
        var rows = await db.Files.Where(f => f.Sha256 != Archive.Nothing && db.FileBytes.Any(b => b.Id == f.Id && b.Content == FileBytes.None))
            .Select(f => f.Id).ToListAsync(cancelled);
        var elsewhere = rows.Count(id => !outside.Contains(id));
        if (elsewhere > 0 || (inside > 0 && !places.Set.IsDatabase))
            return Finding.Warning("Ui.Doctor.FilesElsewhere", elsewhere + (places.Set.IsDatabase ? 0 : inside));
        return Finding.Ok("Ui.Doctor.FilesThere", inside + rows.Count);
    }

    // a bucket is made by somebody else, and is there or is not
    private async Task<bool> IsUsed(CancellationToken cancelled) =>
        places.Set.IsS3 || (await memory.All(cancelled)).Contains(places.Set.Address, StringComparer.Ordinal);

    private async Task<HashSet<Id<StoredFile>>> Outside(CancellationToken cancelled)
    {
        var found = new HashSet<Id<StoredFile>>();
        if (places.Outside is { } outside && await IsUsed(cancelled))
        {
            await foreach (var lying in outside.All(cancelled))
                found.Add(lying.Key);
        }
        return found;
    }
}
