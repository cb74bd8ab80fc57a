using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Amending;

/// <summary>The amendments to a proposal: moved, answered by the board, decided by the meeting, and taken into the text.</summary>
[Requires(Permission.SeePlan)]
internal sealed class AmendmentsPage(AppDb db, CurrentUser me, AmendmentsPage.Parts parts, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The number of the amendment that was just decided: the notice stands at it.</summary>
    public const string DecidedKey = "decided";

    public PlanVersion Version { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public string UnitName { get; private set; } = "";
    public string ReadUrl { get; private set; } = "";
    public bool CanEdit { get; private set; }

    /// <summary>The version whose amendments made this one.</summary>
    public Id<PlanVersion>? Earlier { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool IsOpen => Version.State == VersionState.Proposal;

    public int Count(Ruling decision) => Rows.Count(r => r.Amendment.Decision == decision);

    public async Task<IActionResult> OnGet(Id<PlanVersion> id) => await Find(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAnswer(Id<PlanVersion> id, int number) => Act(id, number, amendment =>
    {
        amendment.Advise(Input.Ruling, Input.Answer);
        return null;
    });

    public Task<IActionResult> OnPostDecide(Id<PlanVersion> id, int number) => Act(id, number, amendment =>
    {
        var undo = string.Create(CultureInfo.InvariantCulture, $"/planen/forslag/{id}/yrkanden?handler=Decide&number={number}&Input.Ruling={amendment.Decision}");
        amendment.Decide(Input.Ruling, db.Clock.GetUtcNow());
        TempData.Say(texts[$"Planning.Amendments.Said.{Input.Ruling}", number], undo);
        TempData[DecidedKey] = number;
        return null;
    });

    public Task<IActionResult> OnPostWithdraw(Id<PlanVersion> id, int number) =>
        Act(id, number, amendment =>
        {
            TempData.Say(texts["Planning.Amendments.Said.Withdrawn", number]);
            TempData[DecidedKey] = number;
            return amendment.Withdraw(db.Clock.GetUtcNow());
        }, whoeverMovedIt: true);

    public async Task<IActionResult> OnPostTakeIn(Id<PlanVersion> id)
    {
        if (!await Find(id) || !CanEdit || !IsOpen)
            return NotFound();
        var (next, refusal) = await parts.TakeIn.Into(Version, [.. Rows.Select(r => r.Amendment)]);
        if (ModelState.Refuses(refusal, texts))
            return Page();
        TempData.Say(texts["Planning.Amendments.TakenIn"]);
        return Redirect($"/planen/{(next!.State == VersionState.Draft ? "granska" : "forslag")}/{next.Id}");
    }

    private async Task<IActionResult> Act(Id<PlanVersion> id, int number, Func<Amendment, Refusal?> act, bool whoeverMovedIt = false)
    {
        if (!await Find(id) || !IsOpen || Rows.FirstOrDefault(r => r.Amendment.Number == number)?.Amendment is not { } amendment)
            return NotFound();
        if (!CanEdit && !(whoeverMovedIt && amendment.By.Value == me.PersonId))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(act(amendment), texts))
            return Page();
        await db.SaveChangesAsync();
        return Redirect($"/planen/forslag/{id}/yrkanden#y{number.ToString(CultureInfo.InvariantCulture)}");
    }

    private async Task<bool> Find(Id<PlanVersion> id)
    {
        if (await db.PlanVersions.VisibleTo(me, db).SingleOrDefaultAsync(v => v.Id == id && v.State != VersionState.Draft) is not { } version)
            return false;
        Version = version;
        Plan = await db.Plans.SingleAsync(p => p.Id == version.PlanId);
        UnitName = await db.Units.Where(u => u.Id == Plan.UnitId).Select(u => u.Name).SingleAsync();
        ReadUrl = $"{await parts.Places.Of(Plan)}?version={version.Number}";
        Earlier = await db.PlanVersions.AnyAsync(v => v.Id == version.FollowsId && v.State == VersionState.Amended) ? version.FollowsId : null;
        CanEdit = await db.PlanVersions.EditableBy(me, db).AnyAsync(v => v.Id == id);
        var amendments = await db.Amendments.Where(a => a.VersionId == id).OrderBy(a => a.Start).ThenBy(a => a.Number).ToListAsync();
        Rows = [.. amendments.Select(a => new Row(a, a.Passage.In(version.Text), a.By.Value == me.PersonId))];
        return true;
    }

    internal sealed record Row(Amendment Amendment, string Words, bool IsMine);

    internal sealed class Form
    {
        [EnumDataType(typeof(Ruling))]
        public Ruling Ruling { get; set; }

        [StringLength(Amendment.LongestReason)]
        public string? Answer { get; set; }
    }

    /// <summary>Where the proposal is read, and how its amendments become the next version.</summary>
    internal sealed class Parts(PlanPlaces places, TakeIn takeIn)
    {
        public PlanPlaces Places => places;
        public TakeIn TakeIn => takeIn;
    }
}
