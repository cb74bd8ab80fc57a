using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Verksam.Features.Gatherings.Door;

/// <summary>The screen at the door without a net, empty: a browser keeps it beforehand, and script puts in what the phone has. So it says nothing of anybody.</summary>
[AllowAnonymous]
internal sealed class DoorShellPage : PageModel
{
    public void OnGet() => Response.Headers["Permissions-Policy"] = DoorPage.WithCamera;
}
