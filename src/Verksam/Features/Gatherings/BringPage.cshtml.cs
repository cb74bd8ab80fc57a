using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings;

/// <summary>The list of what to bring: one row a thing, with who brings it.</summary>
[Requires(Permission.Arrange)]
internal sealed class BringPage(AppDb db, CurrentUser me, GatheringChoices choices, Texts texts) : PageModel
{
    // so many empty rows stand below those that are written
    private const int Empty = 4;

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    public Gathering Gathering { get; private set; } = null!;
    public Offered Offered { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        Lines = [.. (await Of(db, id)).Select(b => Line.Of(b.Item)), .. Enumerable.Range(0, Empty).Select(_ => new Line())];
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id) || Lines.Exists(l => l.By is { } by && Offered.Contacts.All(c => c.Value != by.ToString())))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Lines.Count(l => OneLine.OrNull(l.What) is not null) > BringItem.Most ? GatheringRefusals.TooMany : null, texts))
            return Page();
        var before = await db.BringItems.Where(b => b.GatheringId == id).ToListAsync();
        foreach (var line in Lines.Where(l => OneLine.OrNull(l.What) is not null))
            line.Write(before.Find(line.Is) ?? db.BringItems.Add(new BringItem(id, before.Select(b => b.Order).DefaultIfEmpty(-1).Max() + 1 + Lines.IndexOf(line))).Entity);
        // a row that somebody has emptied goes; one that came meanwhile stays
        db.BringItems.RemoveRange(before.Where(b => Lines.Exists(l => l.Id == b.Id && OneLine.OrNull(l.What) is null)));
        await db.SaveChangesAsync();
        TempData.Say(texts["Gatherings.Bring.Saved"]);
        return Redirect($"/aktiviteter/{id}#ta-med");
    }

    public static async Task<IReadOnlyList<(BringItem Item, string? By)>> Of(AppDb db, Id<Gathering> gathering) =>
        [.. (await (from item in db.BringItems.AsNoTracking()
            where item.GatheringId == gathering
            orderby item.Order, item.Id
            select new { item, By = db.People.Where(p => p.Id == item.ById).Select(p => p.Name).FirstOrDefault() }).ToListAsync()).Select(r => (r.item, r.By))];

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        (Gathering, Offered) = (gathering, await choices.For(gathering));
        return true;
    }

    internal sealed class Line
    {
        /// <summary>Null for a new one.</summary>
        public Id<BringItem>? Id { get; set; }

        [StringLength(BringItem.LongestWhat)]
        public string? What { get; set; }

        [StringLength(BringItem.LongestNote)]
        public string? Note { get; set; }

        public Id<Person>? By { get; set; }

        public static Line Of(BringItem item) => new() { Id = item.Id, What = item.What, Note = item.Note, By = item.ById };

        /// <summary>A new row that is there already was sent twice.</summary>
        public bool Is(BringItem item) => Id is { } known ? item.Id == known : (item.What, item.Note, item.ById) == (OneLine.OrNull(What), OneLine.OrNull(Note), By);

        public void Write(BringItem item)
        {
            item.Write(What!, Note);
            item.IsBroughtBy(By);
        }
    }
}
