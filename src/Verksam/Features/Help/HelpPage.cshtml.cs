using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Verksam.Features.Help;

/// <summary>A page of the handbook, open to all; or, asked from a screen, the way to what is written of it.</summary>
[AllowAnonymous]
internal sealed class HelpPage(Handbook handbook) : PageModel
{
    public Leaf Leaf { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public IReadOnlyList<(string Address, string Title)> Contents => handbook.Contents;

    /// <param name="from">The screen, as its route has it: "/planen/granska/{id}".</param>
    public IActionResult OnGet(string? name, [FromQuery(Name = "fran")] string? from)
    {
        if (from is not null)
            return Redirect(WhereOneStands.HelpFor(from));
        if (name == Handbook.First || handbook.Page(name ?? Handbook.First) is not { } leaf)
            return NotFound();
        Leaf = leaf;
        Address = Handbook.Address(name ?? Handbook.First);
        return Page();
    }
}
