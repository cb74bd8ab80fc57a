using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Programme;

/// <summary>Who takes part, what to read before, with whom it is arranged, and how one comes in.</summary>
[Requires(Permission.Arrange)]
internal sealed class ProgrammePage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    // so many empty rows stand below those that are written
    private const int Empty = 2;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        var shown = await ProgrammeShown.Of(db, id);
        Input = new Form
        {
            Partner = Gathering.Partner,
            Fee = Gathering.Fee,
            Doors = Gathering.Doors is { } doors ? TimeOnly.FromDateTime(OurTime.Here(doors).DateTime) : null,
            Contributors = [.. shown.Contributors.Select(c => new ContributorLine { Id = c.Id, Name = c.Name, About = c.About }), .. Enumerable.Range(0, Empty).Select(_ => new ContributorLine())],
            Readings = [.. shown.Readings.Select(r => new ReadingLine { Id = r.Id, Title = r.Title, Link = r.Link }), .. Enumerable.Range(0, Empty).Select(_ => new ReadingLine())],
        };
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Input.Contributors.Count(l => !l.IsEmpty) > Contributor.Most || Input.Readings.Count(l => !l.IsEmpty) > Reading.Most ? ProgrammeRefusals.TooMany : null, texts)
            || ModelState.Refuses(Gathering.Receives(Input.Partner, Input.Fee, Before(Input.Doors)), texts, "Input.Doors"))
            return Page();
        if (!await KeepContributors(id) | !await KeepReadings(id)) // both say what is wrong
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["Programme.Saved"]);
        return Redirect($"/aktiviteter/{id}");
    }

    // a row that somebody has emptied goes; one that came meanwhile stays
    private async Task<bool> KeepContributors(Id<Gathering> id)
    {
        var (before, refused) = (await db.Contributors.Where(c => c.GatheringId == id).ToListAsync(), false);
        foreach (var (order, line) in Input.Contributors.Index())
        {
            var old = before.Find(c => line.Id is { } known ? c.Id == known : c.Name == OneLine.OrNull(line.Name)); // a new row that is sent twice is one
            if (OneLine.OrNull(line.Name) is { } name)
                (old ?? db.Contributors.Add(new Contributor(id)).Entity).Write(order, name, line.About);
            else if (!line.IsEmpty)
                refused |= ModelState.Refuses(GatheringRefusals.NameMissing, texts, $"Input.Contributors[{order}].Name");
            else if (old is not null)
                db.Contributors.Remove(old);
        }
        return !refused;
    }

    private async Task<bool> KeepReadings(Id<Gathering> id)
    {
        var (before, refused) = (await db.Readings.Where(r => r.GatheringId == id).ToListAsync(), false);
        foreach (var (order, line) in Input.Readings.Index())
        {
            var old = before.Find(r => line.Id is { } known ? r.Id == known : r.Link == line.Link?.Trim());
            if (!line.IsEmpty)
                refused |= ModelState.Refuses((old ?? db.Readings.Add(new Reading(id)).Entity).Write(order, line.Title, line.Link), texts, $"Input.Readings[{order}].Link");
            else if (old is not null)
                db.Readings.Remove(old);
        }
        return !refused;
    }

    // minutes from the doors to the beginning, over midnight too
    private int? Before(TimeOnly? doors) => doors is not { } open ? null : (int)(TimeOnly.FromDateTime(OurTime.Here(Gathering.Starts).DateTime) - open).TotalMinutes;

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        Gathering = gathering;
        return true;
    }

    internal sealed class Form
    {
        [StringLength(Gathering.LongestPartner)]
        public string? Partner { get; set; }

        [Amount(0, 100_000)]
        public decimal? Fee { get; set; }

        public TimeOnly? Doors { get; set; }
        public List<ContributorLine> Contributors { get; set; } = [];
        public List<ReadingLine> Readings { get; set; } = [];
    }

    internal sealed class ContributorLine
    {
        /// <summary>Null for a new one.</summary>
        public Id<Contributor>? Id { get; set; }

        [StringLength(Contributor.LongestName)]
        public string? Name { get; set; }

        [StringLength(Contributor.LongestAbout)]
        public string? About { get; set; }

        public bool IsEmpty => OneLine.OrNull(Name) is null && OneLine.OrNull(About) is null;
    }

    internal sealed class ReadingLine
    {
        /// <summary>Null for a new one.</summary>
        public Id<Reading>? Id { get; set; }

        [StringLength(Reading.LongestTitle)]
        public string? Title { get; set; }

        [StringLength(Gathering.LongestLink)]
        public string? Link { get; set; }

        public bool IsEmpty => OneLine.OrNull(Title) is null && OneLine.OrNull(Link) is null;
    }
}
