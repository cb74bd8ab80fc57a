using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Kernel.Text;

namespace Verksam.Features;

/// <summary>Remembers the language one wants to read in, in a cookie that says nothing else.</summary>
[AllowAnonymous]
internal sealed class LanguagePage : PageModel
{
    public IActionResult OnGet(string language, string? till)
    {
        var culture = language == "en" ? Languages.English : Languages.Swedish;
        Response.Cookies.Append(Languages.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), IsEssential = true });
        return LocalRedirect(Url.IsLocalUrl(till) ? till! : "/");
    }
}
