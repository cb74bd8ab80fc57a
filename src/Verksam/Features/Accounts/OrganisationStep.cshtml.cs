using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Verksam.Features.Structure;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts;

/// <summary>First start, step 1: the organisation and its units.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
internal sealed class OrganisationStep(FirstStart start, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<SelectListItem> Kinds =>
        new[] { UnitKind.District, UnitKind.Association, UnitKind.Federation, UnitKind.Network }
            .Select(kind => new SelectListItem(texts[$"Accounts.Start.Kind.{kind}"], kind.ToString()));

    public async Task<IActionResult> OnGet(string secret) => await start.Opens(secret) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string secret)
    {
        if (!await start.Opens(secret))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var refusal = await start.CreateOrganisation(Input.Name, Input.Kind, Input.Colour, (Input.Associations ?? "").Split('\n'));
        return ModelState.Refuses(refusal, texts) ? Page() : Redirect($"/kom-igang/{secret}/du");
    }

    internal sealed class Form
    {
        [Required, StringLength(Unit.LongestName)]
        public string Name { get; set; } = "";

        public UnitKind Kind { get; set; } = UnitKind.District;

        [StringLength(100_000)]
        public string? Associations { get; set; }

        public string Colour { get; set; } = Colours.Offered[0].Value;
    }
}
