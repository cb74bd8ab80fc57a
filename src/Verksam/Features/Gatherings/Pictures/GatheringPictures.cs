using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Files;

namespace Verksam.Features.Gatherings.Pictures;

/// <summary>The pictures of gatherings. Who may see one is asked before anybody comes here.</summary>
internal sealed class GatheringPictures(AppDb db, Archive archive)
{
    /// <summary>Null when it has none.</summary>
    public async Task<IActionResult?> Show(Id<Gathering> gathering, CancellationToken cancelled)
    {
        var file = await db.GatheringPictures.Where(p => p.GatheringId == gathering).Join(db.Files, p => p.FileId, f => f.Id, (_, f) => new { f.Id, f.Sha256, f.ContentType }).SingleOrDefaultAsync(cancelled);
        return file is null ? null : new FileStreamResult(await archive.Open(file.Id, file.Sha256, cancelled), file.ContentType);
    }

    /// <summary>They get that picture instead of what they had. Whoever calls saves.</summary>
    public async Task Hang(IReadOnlyCollection<Id<Gathering>> gatherings, Id<StoredFile> file, string says)
    {
        var before = await db.GatheringPictures.Where(p => gatherings.Contains(p.GatheringId)).ToListAsync();
        foreach (var gathering in gatherings.Except(before.Select(p => p.GatheringId)))
            db.GatheringPictures.Add(new GatheringPicture(gathering, file, says));
        var old = before.Select(p => p.FileId).Where(f => f != file).ToList();
        foreach (var picture in before)
            picture.Shows(file, says);
        await Drop(old, before);
    }

    /// <summary>They have none any more. Whoever calls saves.</summary>
    public async Task TakeDown(IReadOnlyCollection<Id<Gathering>> gatherings)
    {
        var before = await db.GatheringPictures.Where(p => gatherings.Contains(p.GatheringId)).ToListAsync();
        db.GatheringPictures.RemoveRange(before);
        await Drop([.. before.Select(p => p.FileId)], before);
    }

    // a file goes when the last that shows it does
    private async Task Drop(IReadOnlyCollection<Id<StoredFile>> files, List<GatheringPicture> but)
    {
        var others = but.ConvertAll(p => p.Id);
        db.Files.RemoveRange(await db.Files.Where(f => files.Contains(f.Id) && !db.GatheringPictures.Any(p => p.FileId == f.Id && !others.Contains(p.Id))).ToListAsync());
    }
}

internal static class PictureHung
{
    /// <summary>Null when it has none.</summary>
    public static Task<GatheringPicture?> PictureOf(this AppDb db, Id<Gathering> gathering) => db.GatheringPictures.AsNoTracking().SingleOrDefaultAsync(p => p.GatheringId == gathering);
}
