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

    public IEnumerable<SelectListItem> Sorts => Presets.All.Select(preset => new SelectListItem(texts[$"Structure.Words.Preset.{preset}"], preset));

    public async Task<IActionResult> OnGet(string secret)
    {
        if (!await start.Opens(secret))
            return Redirect("/kom-igang");
        if (await start.Saved() is ({ } root, var associations))
        {
            Input = new() { Name = root.Name, Kind = root.Kind, Colour = ColourChoice.Of(root.Colour) };
            Input.Associations = string.Join('\n', associations);
        }
        return Page();
    }

    public async Task<IActionResult> OnPost(string secret)
    {
        if (!await start.Opens(secret))
            return Redirect("/kom-igang");
        if (!ModelState.IsValid)
            return Page();
        var refusal = await start.CreateOrganisation(Input.Name, Input.Kind, Input.Colour.Colour, (Input.Associations ?? "").Split('\n'), Input.Preset);
        var field = refusal == StructureRefusals.NotAColour ? "Input.Colour"
            : refusal == StructureRefusals.NameMissing ? "Input.Name" : "Input.Associations";
        return ModelState.Refuses(refusal, texts, field) ? Page() : Redirect($"/kom-igang/{secret}/du");
    }

    internal sealed class Form
    {
        [Required, StringLength(Unit.LongestName)]
        public string Name { get; set; } = "";

        [EnumDataType(typeof(UnitKind))]
        public UnitKind Kind { get; set; } = UnitKind.District;

        /// <summary>What sort of organisation it is: whose words it begins with.</summary>
        [AllowedValues(Presets.Party, "union", "ngo")]
        public string Preset { get; set; } = Presets.Party;

        [StringLength(100_000)]
        public string? Associations { get; set; }

        public ColourChoice Colour { get; set; } = new();
    }
}
