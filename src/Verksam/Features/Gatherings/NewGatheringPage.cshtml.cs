using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings;

/// <summary>A new gathering, as a draft: from nothing, or like one that has been.</summary>
[Requires(Permission.Arrange)]
internal sealed class NewGatheringPage(AppDb db, CurrentUser me, GatheringChoices choices, Making making, GatheringChoices.Words words) : PageModel, IGatheringForm
{
    [BindProperty]
    public GatheringForm Input { get; set; } = new();

    /// <summary>The one that it is to be like.</summary>
    [BindProperty(Name = "som", SupportsGet = true)]
    public Id<Gathering>? Like { get; set; }

    public Offered Offered { get; private set; } = null!;
    public Gathering? Model { get; private set; }

    /// <param name="dag">The day somebody pressed in the calendar.</param>
    public async Task<IActionResult> OnGet(DateOnly? dag)
    {
        if (!await Find())
            return NotFound();
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        Input = Model is { } like ? await making.Like(like) : new GatheringForm
        {
            Unit = Offered.Units[0].Id,
            Kind = Offered.Kinds[0].Value,
            Day = dag ?? words.Time.Today.AddDays(7),
            From = new TimeOnly(18, 0),
            To = new TimeOnly(20, 0),
            Contact = new Id<Person>(me.PersonId),
        };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Find() || !Offered.Has(Input))
            return NotFound();
        if (await Earlier() is { } twice)
            return twice;
        if (!ModelState.IsValid || ModelState.Refuses(await PlaceWritten.Settle(db, Input), words.Texts, "Input.PlaceName") || ModelState.Refuses(await Twin(), words.Texts, "Input.Title"))
            return Page();
        var made = await making.Make(Input, Model);
        return ModelState.Refuses(made.No, words.Texts, made.Field) ? Page() : await Keep(made);
    }

    private async Task<IActionResult> Keep(Making.Made made)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException before) when (Database.IsBefore(before))
        {
            return await Earlier() ?? NotFound();
        }
        TempData.Say(made.Series is null ? words.Texts["Gatherings.New.Made", Input.Title] : words.Texts["Series.Made", Input.Title, made.All.Count]);
        return To(made.All[0]);
    }

    // the same form, sent twice; one whose gathering has been thrown away since makes another
    private async Task<IActionResult?> Earlier()
    {
        if (Input.Asked is not { } asked || !await db.Gatherings.AnyAsync(g => g.Id == asked))
            return null;
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == asked) is { } made)
            return To(made);
        Input.Asked = null;
        return null;
    }

    // the browser's back, and the same once more: whoever means two gives them different names
    private async Task<Refusal?> Twin()
    {
        var (unit, title, starts, venue, spot) = (Input.Unit, OneLine.Of(Input.Title), OurTime.At(Input.Day, Input.From!.Value), Input.Venue, OneLine.OrNull(Input.Spot));
        return await db.Gatherings.AnyAsync(g => g.UnitId == unit && g.Title == title && g.Starts == starts && g.VenueId == venue && g.Spot == spot && g.State != GatheringState.Discarded && g.State != GatheringState.Cancelled)
            ? GatheringRefusals.IsThere with { Facts = [title] } : null;
    }

    private RedirectResult To(Gathering made) => Redirect(made.SeriesId is { } series ? $"/aktiviteter/serier/{series}" : $"/aktiviteter/{made.Id}");

    private async Task<bool> Find()
    {
        Model = Like is { } like ? await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == like) : null;
        Offered = await choices.For(Model);
        return Offered.Units.Count > 0 && (Like is null || Model is not null);
    }
}

/// <summary>A page that has the form of a gathering.</summary>
internal interface IGatheringForm
{
    GatheringForm Input { get; }
    Offered Offered { get; }
}
