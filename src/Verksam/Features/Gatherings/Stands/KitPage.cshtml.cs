using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What has to be seen to before a stand: permit, pitch, tent, material, whom to ring. A list that is not made yet is suggested.</summary>
[Requires(Permission.Arrange)]
internal sealed class KitPage(AppDb db, CurrentUser me, Kit kit, GatheringChoices choices, Texts texts) : PageModel
{
    // so many empty rows stand below those that are written
    private const int Empty = 2;

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    public Gathering Gathering { get; private set; } = null!;
    public Offered Offered { get; private set; } = null!;

    /// <summary>Nothing is saved yet: what stands there is a suggestion.</summary>
    public bool IsSuggested { get; private set; }

    /// <summary>The one before, that it is suggested from.</summary>
    public Gathering? Like { get; private set; }

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        var kept = (await Kit.Of(db, id)).Select(k => k.Item).ToList();
        IsSuggested = kept.Count == 0;
        (var suggested, Like) = IsSuggested ? await kit.Suggested(Gathering) : ([], null);
        Lines = [.. kept.Select(k => Line.Of(k, k.Id)), .. suggested.Select(k => Line.Of(k, null)), .. Enumerable.Range(0, Empty).Select(_ => new Line())];
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id) || Lines.Exists(l => l.By is { } by && Offered.Contacts.All(c => c.Value != by.ToString())))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Lines.Count > KitItem.Most ? GatheringRefusals.TooMany : null, texts))
            return Page();
        if (!Keep(await db.KitItems.Where(k => k.GatheringId == id).ToListAsync()))
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["Stands.Kit.Saved"]);
        return Redirect($"/aktiviteter/{id}#att-ordna");
    }

    private bool Keep(List<KitItem> before)
    {
        var next = before.Select(k => k.Order).DefaultIfEmpty(-1).Max() + 1;
        foreach (var (i, line) in Lines.Index().Where(l => !l.Item.IsEmpty))
        {
            if (ModelState.Refuses(line.Write(before.Find(k => k.Id == line.Id) ?? db.KitItems.Add(new KitItem(Gathering.Id, next + i)).Entity), texts, $"Lines[{i}].What"))
                return false;
        }
        // a row that somebody has emptied goes; one that came meanwhile stays
        db.KitItems.RemoveRange(before.Where(k => Lines.Exists(l => l.Id == k.Id && l.IsEmpty)));
        return true;
    }

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
        public Id<KitItem>? Id { get; set; }

        /// <summary>Null: there is nothing in the row.</summary>
        [EnumDataType(typeof(KitSort))]
        public KitSort? Sort { get; set; }

        [StringLength(KitItem.LongestWhat)]
        public string? What { get; set; }

        public Id<Person>? By { get; set; }

        [Day]
        public DateOnly? Due { get; set; }

        [EnumDataType(typeof(KitState))]
        public KitState State { get; set; }

        [StringLength(KitItem.LongestNote)]
        public string? Note { get; set; }

        public bool IsEmpty => Sort is null && OneLine.OrNull(What) is null;

        public static Line Of(KitItem item, Id<KitItem>? id) => new() { Id = id, Sort = item.Sort, What = item.What, By = item.ById, Due = item.Due, State = item.State, Note = item.Note };

        // words without a sort are something else
        public Refusal? Write(KitItem item)
        {
            item.IsSeenToBy(By, Due);
            item.Becomes(State);
            return item.Write(Sort ?? KitSort.Other, What, Note);
        }
    }
}
