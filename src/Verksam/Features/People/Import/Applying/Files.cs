using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Files;

namespace Verksam.Features.People.Import.Applying;

/// <summary>The file of a run goes when it has been used or left; bytes outside the database are swept away the night after.</summary>
internal static class Files
{
    public static async Task Erase(AppDb db, ImportRun run, Id<StoredFile>? file, CancellationToken cancelled)
    {
        await db.SaveChangesAsync(cancelled); // the run lets go of it first
        if (file is { } id && await db.Files.SingleOrDefaultAsync(f => f.Id == id, cancelled) is { } stored)
            db.Files.Remove(stored);
        await db.SaveChangesAsync(cancelled);
    }
}
