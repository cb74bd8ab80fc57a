using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Calling;

/// <summary>How a list goes, for whoever leads it: in words, what was answered, who calls; opened and closed here.</summary>
[Requires(Permission.EditPeople)]
internal sealed class CallListPage(AppDb db, CurrentUser me, OnLists people, OurTime time, Texts texts) : PageModel
{
    public CallList List { get; private set; } = null!;
    public Unit Unit { get; private set; } = null!;
    public CallProgress Progress { get; private set; } = null!;
    public IReadOnlyList<QuestionCount> Questions { get; private set; } = [];
    public IReadOnlyDictionary<CallOutcome, int> Outcomes { get; private set; } = new Dictionary<CallOutcome, int>();
    public int Callers { get; private set; }

    /// <summary>The segment they are in besides; null when it is all.</summary>
    public string? Segment { get; private set; }

    /// <summary>Calls that came here after the list was closed.</summary>
    public int Late { get; private set; }

    /// <summary>Nobody is chosen, and no member may come by oneself.</summary>
    public bool NobodyCalls => Callers == 0 && !List.MembersMayCall;

    public bool MayExport => me.Can(Permission.ExportPeople, Unit.Path);
    public bool IsCalledToday => List.IsCalledOn(time.Today);
    public string Day(DateOnly day) => time.Day(day);

    /// <summary>Whether somebody may choose also those of the units below a unit.</summary>
    public static bool MayChooseBelow(CurrentUser me, string path) => me.CanAll(Permission.EditPeople | Permission.SeePeople, path, below: true);

    public async Task<IActionResult> OnGet(Id<CallList> id)
    {
        if (!await Find(id))
            return NotFound();
        Progress = await CallProgress.Of(List, people);
        Questions = await QuestionCount.Of(List, db);
        Outcomes = await db.Calls.Where(c => c.ListId == id && !c.IsTakenBack).GroupBy(c => c.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Segment = List.SegmentId is { } segment ? await db.Segments.Where(s => s.Id == segment).Select(s => s.Name).SingleAsync() : null;
        Callers = await db.Callers.CountAsync(c => c.ListId == id);
        Late = List.ClosedAt is { } closed ? await db.Calls.CountAsync(c => c.ListId == id && c.ArrivedAt > closed) : 0;
        return Page();
    }

    public async Task<IActionResult> OnPostOpen(Id<CallList> id)
    {
        if (!await Find(id))
            return NotFound();
        Callers = await db.Callers.CountAsync(c => c.ListId == id);
        return await Did(List.Open(), NobodyCalls ? "Calling.List.OpenedToNobody" : "Calling.List.Opened");
    }

    public async Task<IActionResult> OnPostClose(Id<CallList> id)
    {
        if (!await Find(id))
            return NotFound();
        return await Did(List.Close(db.Clock.GetUtcNow()), "Calling.List.Closed", $"/ringlistor/{id}?handler=Open");
    }

    private async Task<IActionResult> Did(Refusal? no, string said, string? undo = null)
    {
        await db.SaveChangesAsync();
        TempData.Say(no is null ? texts[said, List.Name] : texts[no], no is null ? undo : null);
        return Redirect($"/ringlistor/{List.Id}");
    }

    private async Task<bool> Find(Id<CallList> id)
    {
        if (await db.CallLists.LedBy(me, db).SingleOrDefaultAsync(l => l.Id == id) is not { } list)
            return false;
        List = list;
        Unit = await db.Units.SingleAsync(u => u.Id == list.UnitId);
        return true;
    }
}
