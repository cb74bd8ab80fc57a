using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Features.Planning.Living;
using Verksam.Formats.Docx;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Following;

/// <summary>The board's follow-up for any day, to read, print or take on as a Word document.</summary>
[Requires(Permission.SeePlan)]
internal sealed class FollowUpPage(FollowUps followUps, FollowUpDocument document, CurrentUser me, OurTime time, IBrand brand) : PageModel
{
    public FollowUp? Found { get; private set; }

    public FollowUpDocument Document => document;

    public Wording Wording => HttpContext.RequestServices.GetRequiredService<Wording>();

    /// <summary>The follow-up is of the whole organisation's plan; its unit's path is itself.</summary>
    public bool CanEdit => me.Can(Permission.EditPlan, $"/{Found!.Plan.UnitId}/");

    public string PlanUrl => PlanPlaces.Of(null, Found!.Plan.Year);

    /// <summary>The day that was asked for, when it is to come.</summary>
    public DateOnly? NotBeen { get; private set; }

    public async Task OnGet(DateOnly? dag)
    {
        NotBeen = dag > time.Today ? dag : null;
        Found = await Find(dag);
    }

    public async Task<IActionResult> OnGetDocument(DateOnly? dag)
    {
        if (await Find(dag) is not { } found)
            return NotFound();
        var house = await brand.Now();
        return File(document.Write(found, house.Name), DocxWriter.ContentType, $"uppfoljning-{found.Day:yyyy-MM-dd}.docx");
    }

    // a day to come has not been, and none of us was there before 1900: the follow-up is of today
    private Task<FollowUp?> Find(DateOnly? day)
    {
        var on = day is { Year: >= 1900 } chosen && chosen < time.Today ? chosen : time.Today;
        return followUps.On(on, on.Year, me);
    }
}
