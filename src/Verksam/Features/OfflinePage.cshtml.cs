using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Verksam.Features;

/// <summary>What a browser shows when there is no net: kept there beforehand, so it says nothing of anybody.</summary>
[AllowAnonymous]
internal sealed class OfflinePage : PageModel;
