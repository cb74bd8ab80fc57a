using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>The screen for taps without a net, empty: a browser keeps it beforehand, and script puts in what the phone has. So it says nothing of anybody.</summary>
[AllowAnonymous]
internal sealed class StandShellPage : PageModel;
