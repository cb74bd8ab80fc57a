using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Verksam.Kernel.Text;

/// <summary>Swedish first; English for those who ask for it.</summary>
internal static class Languages
{
    public const string Cookie = "verksam-sprak";

    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(Swedish);
        options.SupportedCultures = options.SupportedUICultures = [Swedish, English];
        // the browser's own wish is not asked: the organisation speaks Swedish until somebody chooses
        options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Cookie }];
    }
}
