using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What to talk of out there: a unit's, for all its gatherings and those below it, or what one gathering has of its own.</summary>
[Requires(Permission.Arrange)]
internal sealed class TalkingPointsPage(AppDb db, CurrentUser me, GatheringChoices choices, Kinds kinds, TalkingPointsPage.Words words) : PageModel
{
    // so many empty rows stand below those that are written
    private const int Empty = 2;

    private const int MostPutAway = 40;

    /// <summary>A unit's slug; else the highest where one may arrange.</summary>
    [BindProperty(Name = "enhet", SupportsGet = true)]
    public string? Slug { get; set; }

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    /// <summary>Null when it is the unit's.</summary>
    public Gathering? Gathering { get; private set; }

    public Unit Unit { get; private set; } = null!;
    public IReadOnlyList<Unit> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>What a gathering has besides its own.</summary>
    public IReadOnlyList<TalkingPoint> Others { get; private set; } = [];

    public IReadOnlyList<TalkingPoint> PutAway { get; private set; } = [];

    public string Here => Gathering is { } g ? $"/aktiviteter/{g.Id}/samtal" : $"/aktiviteter/samtal?enhet={Unit.Slug}";

    private Id<Gathering>? Of => Gathering?.Id;

    public async Task<IActionResult> OnGet(Id<Gathering>? id)
    {
        if (!await Find(id))
            return NotFound();
        Lines = [.. (await Own().Where(p => p.RetiredOn == null).OrderBy(p => p.Order).ThenBy(p => p.Id).AsNoTracking().ToListAsync()).Select(Line.Of), .. Enumerable.Range(0, Empty).Select(_ => new Line())];
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering>? id)
    {
        if (!await Find(id) || Lines.Exists(l => Kinds.All(k => k.Value != (l.Kind ?? ""))))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Lines.Count(l => !l.IsEmpty) > TalkingPoint.Most ? GatheringRefusals.TooMany : null, words.Texts))
            return Page();
        return Keep(await Own().Where(p => p.RetiredOn == null).ToListAsync()) ? await Done("Stands.Points.Saved") : Page();
    }

    private bool Keep(List<TalkingPoint> before)
    {
        var next = before.Select(p => p.Order).DefaultIfEmpty(-1).Max() + 1;
        foreach (var (i, line) in Lines.Index().Where(l => !l.Item.IsEmpty))
        {
            if (ModelState.Refuses(line.Write(before.Find(p => p.Id == line.Id) ?? db.TalkingPoints.Add(new TalkingPoint(Unit.Id, Of, next + i)).Entity), words.Texts, $"Lines[{i}].Topic"))
                return false;
        }
        // a row that somebody has emptied is put away; one that came meanwhile stays
        before.FindAll(p => Lines.Exists(l => l.Id == p.Id && l.IsEmpty)).ForEach(p => p.Retire(words.Time.Today));
        return true;
    }

    /// <summary>What was put away is in use again.</summary>
    public async Task<IActionResult> OnPostResume(Id<Gathering>? id, Id<TalkingPoint> point)
    {
        if (!await Find(id) || await Own().SingleOrDefaultAsync(p => p.Id == point) is not { } found)
            return NotFound();
        found.Retire(null);
        return await Done("Stands.Points.Resumed", found.Topic);
    }

    private IQueryable<TalkingPoint> Own()
    {
        var (unit, gathering) = (Unit.Id, Of);
        return gathering is null ? db.TalkingPoints.Where(p => p.UnitId == unit && p.GatheringId == null) : db.TalkingPoints.Where(p => p.GatheringId == gathering);
    }

    private async Task<bool> Find(Id<Gathering>? id)
    {
        Units = await choices.Units();
        Gathering = id is null ? null : await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id);
        if (id is not null && Gathering is null)
            return false;
        var unit = Gathering is { } g ? await db.Units.AsNoTracking().SingleAsync(u => u.Id == g.UnitId) : Slug is { } slug ? Units.FirstOrDefault(u => u.Slug == slug) : Units.Count > 0 ? Units[0] : null;
        if (unit is null)
            return false;
        Unit = unit;
        Kinds = [new(words.Texts["Stands.Points.AllKinds"], ""), .. (await kinds.All()).Where(k => k.IsOut).Select(k => new SelectListItem(k.Name, k.Code))];
        Others = Gathering is { } own ? [.. (await TalkingPoints.For(db, own)).Where(p => p.GatheringId is null)] : [];
        PutAway = await Own().AsNoTracking().Where(p => p.RetiredOn != null).OrderByDescending(p => p.RetiredOn).ThenBy(p => p.Order).Take(MostPutAway).ToListAsync();
        return true;
    }

    private async Task<IActionResult> Done(string said, params object[] facts)
    {
        await db.SaveChangesAsync();
        TempData.Say(words.Texts[said, facts]);
        return Redirect(Here);
    }

    internal sealed record Words(Texts Texts, OurTime Time);

    internal sealed class Line
    {
        /// <summary>Null for a new one.</summary>
        public Id<TalkingPoint>? Id { get; set; }

        [StringLength(TalkingPoint.LongestTopic)]
        public string? Topic { get; set; }

        [StringLength(TalkingPoint.LongestText)]
        public string? Text { get; set; }

        public string? Kind { get; set; }

        [Day]
        public DateOnly? From { get; set; }

        [Day]
        public DateOnly? Until { get; set; }

        public bool IsEmpty => OneLine.OrNull(Topic) is null && string.IsNullOrWhiteSpace(Text);

        public static Line Of(TalkingPoint point) => new() { Id = point.Id, Topic = point.Topic, Text = point.Text, Kind = point.Kind, From = point.From, Until = point.Until };

        public Refusal? Write(TalkingPoint point) => point.Write(Topic ?? "", Text, Kind ?? "") ?? point.IsFor(From, Until);
    }
}
