using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Pictures;

/// <summary>The picture of a gathering: choose one, say what is seen, or take it away; the same for those that follow in its series.</summary>
[Requires(Permission.Arrange)]
[EnableRateLimiting(Limits.File)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class PicturePage(AppDb db, CurrentUser me, GatheringPictures pictures, Archive archive, Texts texts) : PageModel
{
    // well over what a picture may be, so that it is we who say no, in words
    private const int LargestRequest = 24 << 20;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;
    public GatheringPicture? Now { get; private set; }

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = new Form { Says = Now?.Says ?? "", IsForSeries = Now is null }; // others may have got one of their own since
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id, CancellationToken cancelled)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var file = Input.File is null ? Now?.FileId : (await Picture.Read(Input.File, GatheringPicture.Largest, "bild", archive, cancelled))?.Id;
        if (ModelState.Refuses(file is null ? PictureRefusals.NotAPicture : null, texts, "Input.File"))
            return Page();
        await pictures.Hang(await All(Input.IsForSeries), file!.Value, Input.Says);
        return await Done("Pictures.Saved");
    }

    /// <summary>From this one only: another of the series may have got one of its own.</summary>
    public async Task<IActionResult> OnPostRemove(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        await pictures.TakeDown([id]);
        return await Done("Pictures.Removed");
    }

    private async Task<IActionResult> Done(string said)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said]);
        return Redirect($"/aktiviteter/{Gathering.Id}");
    }

    // this one, and those of the series that follow
    private async Task<IReadOnlyCollection<Id<Gathering>>> All(bool alsoSeries) => alsoSeries && Gathering.SeriesId is { } series
        ? await db.Gatherings.EditableBy(me, db).Where(g => g.Id == Gathering.Id || (g.SeriesId == series && g.Starts > Gathering.Starts)).Select(g => g.Id).ToListAsync()
        : [Gathering.Id];

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        (Gathering, Now) = (gathering, await db.PictureOf(id));
        return true;
    }

    internal sealed class Form
    {
        public IFormFile? File { get; set; }

        [Required, StringLength(GatheringPicture.LongestSays)]
        public string Says { get; set; } = "";

        public bool IsForSeries { get; set; }
    }
}
