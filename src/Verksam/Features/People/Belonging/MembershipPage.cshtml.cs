using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Belonging;

/// <summary>How the statutes count membership.</summary>
[Requires(Permission.Administer)]
internal sealed class MembershipPage(AppDb db, MembershipSettings settings, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<SelectListItem> Years => Enum.GetValues<FeeYear>().Select(y => new SelectListItem(texts[$"People.FeeYear.{y}"], y.ToString()));

    public async Task OnGet()
    {
        var rule = await settings.Now();
        Input = new() { Year = rule.Year, Grace = rule.GraceDays, Wait = rule.WaitDays, Source = rule.Source };
    }

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
            return Page();
        await MembershipSettings.Put(db, new() { Year = Input.Year, GraceDays = Input.Grace!.Value, WaitDays = Input.Wait!.Value, Source = OneLine.Of(Input.Source ?? "") });
        await db.SaveChangesAsync();
        TempData.Say(texts["People.Membership.Saved"]);
        return Redirect("/installningar/medlemskap");
    }

    internal sealed class Form
    {
        [EnumDataType(typeof(FeeYear))]
        public FeeYear Year { get; set; }

        [Required, Range(0, MembershipRule.MostDays)]
        public int? Grace { get; set; }

        [Required, Range(0, MembershipRule.MostDays)]
        public int? Wait { get; set; }

        [StringLength(200)]
        public string? Source { get; set; }
    }
}
