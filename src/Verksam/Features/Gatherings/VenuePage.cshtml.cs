using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings;

/// <summary>One place: where it lies, who gets in, how one gets there.</summary>
[Requires(Permission.Arrange)]
internal sealed class VenuePage(AppDb db, CurrentUser me, GatheringChoices choices, Outcomes outcomes, GatheringChoices.Words words) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null for a new one.</summary>
    public Venue? Venue { get; private set; }

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>What standing there gave, the latest year first.</summary>
    public IReadOnlyList<PlaceYear> Gave { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<Venue>? id)
    {
        if (!await Find(id))
            return NotFound();
        Input = Venue is null ? new Form { Unit = Units[0].Id } : Form.Of(Venue);
        Gave = Venue is { } at ? [.. PlaceYear.Of(await outcomes.At(at.Id)).OrderByDescending(y => y.Year)] : [];
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Venue>? id)
    {
        if (!await Find(id) || (Venue is null && Units.All(u => u.Id != Input.Unit)))
            return NotFound();
        var venue = Venue ?? new Venue(Input.Unit);
        if (Venue is not null)
            db.Expect(Venue, Input.Revision);
        if (!ModelState.IsValid || ModelState.Refuses(Input.Fill(venue, new Id<Person>(me.PersonId), out var field), words.Texts, field))
            return Page();
        if (Venue is null)
            db.Venues.Add(venue);
        await db.SaveChangesAsync();
        TempData.Say(words.Texts["Gatherings.Venues.Saved", venue.Name]);
        return Redirect("/aktiviteter/platser");
    }

    /// <summary>No longer to choose; or again.</summary>
    public async Task<IActionResult> OnPostRetire(Id<Venue> id)
    {
        if (!await Find(id) || Venue is null)
            return NotFound();
        Venue.Retire(Venue.RetiredOn is null ? words.Time.Today : null);
        await db.SaveChangesAsync();
        TempData.Say(words.Texts[Venue.RetiredOn is null ? "Gatherings.Venues.Resumed" : "Gatherings.Venues.RetiredNow", Venue.Name], $"/aktiviteter/platser/{id}?handler=Retire");
        return Redirect("/aktiviteter/platser");
    }

    private async Task<bool> Find(Id<Venue>? id)
    {
        Units = await choices.Units();
        Venue = id is null ? null : await db.Venues.EditableBy(me, db).SingleOrDefaultAsync(v => v.Id == id);
        return Units.Count > 0 && (id is null || Venue is not null);
    }

    internal sealed class Form
    {
        public Id<Unit> Unit { get; set; }

        [Required, StringLength(Venue.LongestName)]
        public string Name { get; set; } = "";

        [StringLength(Venue.LongestLine)]
        public string? Street { get; set; }

        [StringLength(12)]
        public string? PostalCode { get; set; }

        [StringLength(Venue.LongestLine)]
        public string? Town { get; set; }

        [Range(1, Venue.MostPeople)]
        public int? Capacity { get; set; }

        [StringLength(Venue.LongestTravel)]
        public string? Travel { get; set; }

        public List<Fact> Access { get; set; } = [];

        [Day]
        public DateOnly? CheckedOn { get; set; }

        public int Revision { get; set; }

        public Fact Of(AccessQuestion question) => Access.Find(a => a.Question == question) ?? new Fact { Question = question };

        public static Form Of(Venue venue) => new()
        {
            Unit = venue.UnitId,
            Name = venue.Name,
            Street = venue.Street,
            PostalCode = venue.PostalCode,
            Town = venue.Town,
            Capacity = venue.Capacity,
            Travel = venue.Travel,
            Access = [.. venue.Access.Select(a => new Fact { Question = a.Question, Answer = a.Answer, Note = a.Note })],
            CheckedOn = venue.CheckedOn,
            Revision = venue.Revision,
        };

        public Refusal? Fill(Venue venue, Id<Person> by, out string field)
        {
            venue.Holds(Capacity, Travel);
            venue.LetsIn(Access.DistinctBy(a => a.Question).OrderBy(a => a.Question).Select(a => new AccessFact(a.Question, a.Answer, OneLine.OrNull(a.Note))), CheckedOn, CheckedOn == venue.CheckedOn ? venue.CheckedById : by);
            var no = venue.Describe(Name, Street, PostalCode, Town);
            field = no == GatheringRefusals.NotAPostalCode ? "Input.PostalCode" : "Input.Name";
            return no;
        }
    }

    internal sealed class Fact
    {
        [EnumDataType(typeof(AccessQuestion))]
        public AccessQuestion Question { get; set; }

        [EnumDataType(typeof(AccessAnswer))]
        public AccessAnswer Answer { get; set; }

        [StringLength(AccessFact.LongestNote)]
        public string? Note { get; set; }
    }
}
