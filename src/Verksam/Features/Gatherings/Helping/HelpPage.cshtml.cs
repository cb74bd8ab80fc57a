using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Helping;

/// <summary>What those who arrange have asked the unit above for, and what it has answered; and more to ask.</summary>
[Requires(Permission.Arrange)]
internal sealed class HelpPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;

    /// <summary>The unit above that of the gathering: that is asked.</summary>
    public Unit Above { get; private set; } = null!;

    public IReadOnlyList<Row> All { get; private set; } = [];

    /// <summary>The one whose answer could not be taken.</summary>
    public Id<HelpRequest>? Answering { get; private set; }

    /// <summary>Whoever looks may speak for the unit that is asked.</summary>
    public bool MayAnswer => me.Can(Permission.Arrange, Above.Path);

    /// <summary>Whoever asked, and those beside them; not those who are asked.</summary>
    public bool MayTakeBack(HelpRequest asked) => asked.AskedById == Self || !MayAnswer;

    public bool IsOpen => Gathering.State is GatheringState.Draft or GatheringState.Published && Gathering.Ends > db.Clock.GetUtcNow();

    private Id<Person> Self => new(me.PersonId);

    public async Task<IActionResult> OnGet(Id<Gathering> id) => await Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        if (All.Any(r => r.Request.Id == Input.Asked)) // sent twice
            return Here(id);
        var asked = new HelpRequest(id, Above.Id, Self, db.Clock.GetUtcNow(), Input.Asked);
        if (ModelState.Refuses(!IsOpen ? GatheringRefusals.Over : All.Count >= HelpRequest.Most ? GatheringRefusals.TooMany : null, texts)
            || ModelState.Refuses(asked.Write(Input.Sort, Input.What), texts, "Input.What") || !ModelState.IsValid)
            return Page();
        db.HelpRequests.Add(asked);
        return await Keep(id, texts["Helping.Said.Asked", Above.Name]);
    }

    /// <summary>As long as nothing is promised.</summary>
    public Task<IActionResult> OnPostTakeBack(Id<Gathering> id, Id<HelpRequest> request) => Act(id, request, mayAnswer: false, asked =>
    {
        if (!MayTakeBack(asked) || asked.State is not (HelpState.Asked or HelpState.Declined))
            return HelpingRefusals.Answered;
        db.HelpRequests.Remove(asked);
        return null;
    }, "Helping.Said.TakenBack");

    public Task<IActionResult> OnPostYes(Id<Gathering> id, Id<HelpRequest> request) => Answer(id, request, yes: true);

    public Task<IActionResult> OnPostNo(Id<Gathering> id, Id<HelpRequest> request) => Answer(id, request, yes: false);

    /// <summary>What was promised is there; either side says so.</summary>
    public Task<IActionResult> OnPostGiven(Id<Gathering> id, Id<HelpRequest> request) => Act(id, request, mayAnswer: false, asked => asked.IsGiven(true), "Helping.Said.Given");

    public Task<IActionResult> OnPostNotGiven(Id<Gathering> id, Id<HelpRequest> request) => Act(id, request, mayAnswer: false, asked => asked.IsGiven(false), "Helping.Said.NotGiven");

    private Task<IActionResult> Answer(Id<Gathering> id, Id<HelpRequest> request, bool yes) => Act(id, request, mayAnswer: true, asked =>
    {
        if (asked.IsSaid(yes, Input.Answer)) // sent twice
            return null;
        if (asked.Says(yes, Input.Answer, Self, db.Clock.GetUtcNow()) is { } no)
            return no;
        if (asked.AskedById is { } by && by != Self)
            db.Letters.Add(HelpLetter.Write(asked, by));
        return null;
    }, yes ? "Helping.Said.Yes" : "Helping.Said.No");

    private async Task<IActionResult> Act(Id<Gathering> id, Id<HelpRequest> request, bool mayAnswer, Func<HelpRequest, Refusal?> act, string said)
    {
        if (!await Find(id) || (mayAnswer && !MayAnswer) || await db.HelpRequests.SingleOrDefaultAsync(h => h.Id == request && h.GatheringId == id) is not { } asked)
            return NotFound();
        ModelState.Remove("Input.What"); // another form's
        Answering = request;
        if (!ModelState.IsValid || ModelState.Refuses(act(asked), texts, mayAnswer ? "Input.Answer" : ""))
            return Page();
        return await Keep(id, texts[said, asked.What]);
    }

    private async Task<IActionResult> Keep(Id<Gathering> id, string said)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException before) when (Database.IsBefore(before))
        {
            return Here(id);
        }
        TempData.Say(said);
        return Here(id);
    }

    private RedirectResult Here(Id<Gathering> id) => Redirect($"/aktiviteter/{id}/hjalp");

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering
            || await db.Units.AsNoTracking().SingleOrDefaultAsync(u => db.Units.Any(below => below.Id == gathering.UnitId && below.ParentId == u.Id)) is not { } above)
            return false;
        (Gathering, Above) = (gathering, above);
        All = await (
            from asked in db.HelpRequests.AsNoTracking()
            where asked.GatheringId == id
            orderby asked.At, asked.Id
            select new Row(asked, db.People.Where(p => p.Id == asked.AskedById).Select(p => p.Name).FirstOrDefault(), db.People.Where(p => p.Id == asked.AnsweredById).Select(p => p.Name).FirstOrDefault())).ToListAsync();
        return true;
    }

    /// <param name="By">Null when the person is gone.</param>
    internal sealed record Row(HelpRequest Request, string? By, string? AnsweredBy);

    internal sealed class Form
    {
        public Id<HelpRequest>? Asked { get; set; }

        [EnumDataType(typeof(HelpSort))]
        public HelpSort Sort { get; set; }

        [StringLength(HelpRequest.LongestWhat)]
        public string? What { get; set; }

        [StringLength(HelpRequest.LongestAnswer)]
        public string? Answer { get; set; }
    }
}
