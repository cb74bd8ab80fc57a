using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Carrying;

/// <summary>The rule that says how a commitment stands, and its limits.</summary>
[Requires(Permission.Administer)]
internal sealed class StandingPage(StandingSettings settings, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGet() => Input = Form.Of(await settings.Now());

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
            return Page();
        await settings.Set(Input.Limits());
        TempData.Say(texts["Planning.Standing.Saved"]);
        return Redirect("/installningar/lagen");
    }

    internal sealed class Form
    {
        /// <summary>Percent of the elapsed share of the time.</summary>
        [Required, Range(1, 100)]
        public int? Pace { get; set; }

        [Required, Range(1, 365)]
        public int? RiskDays { get; set; }

        [Required, Range(1, 365)]
        public int? NewsDays { get; set; }

        // no property: the check of a form reads those, also while a number is missing
        public StandingLimits Limits() => new(Pace!.Value / 100m, RiskDays!.Value, NewsDays!.Value);

        public static Form Of(StandingLimits limits) => new() { Pace = (int)(limits.Pace * 100), RiskDays = limits.RiskDays, NewsDays = limits.NewsDays };
    }
}
