using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Activity;

/// <summary>What counts as an active member.</summary>
[Requires(Permission.Administer)]
internal sealed class ActivePage(AppDb db, ActivePeople active, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<ISignOfActivity> Signs => active.Signs;

    public async Task OnGet()
    {
        var rule = await active.Rule();
        Input = new() { Days = rule.Days, Signs = [.. Signs.Where(rule.Counts).Select(s => s.Key)] };
    }

    public async Task<IActionResult> OnPost()
    {
        var chosen = Signs.Select(s => s.Key).Where(k => Input.Signs?.Contains(k, StringComparer.Ordinal) == true).ToList();
        if (!ModelState.IsValid || ModelState.Refuses(chosen.Count == 0 ? ActiveRefusals.NothingCounts : null, texts, "Input.Signs"))
            return Page();
        await ActivePeople.Put(db, new ActiveRule(Input.Days!.Value, chosen));
        await db.SaveChangesAsync();
        TempData.Say(texts["People.Active.Saved"]);
        return Redirect("/installningar/aktiva");
    }

    internal sealed class Form
    {
        [Required, Range(1, ActiveRule.MostDays)]
        public int? Days { get; set; }

        public List<string>? Signs { get; set; }
    }
}

internal static class ActiveRefusals
{
    public static readonly Refusal NothingCounts = new("People.Refused.NothingCounts");
}
