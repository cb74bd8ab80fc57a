using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Verksam.Features.People.Reach;

/// <summary>The languages that somebody may be spoken to in, by their own names in the reader's language.</summary>
internal static class Tongues
{
    // the largest first languages of Sweden and its national minorities' (Institutet för språk och folkminnen)
    private static readonly string[] Offered =
        ["sv", "en", "ar", "bs", "de", "es", "fa", "fi", "fit", "fr", "hr", "ku", "pl", "rom", "ru", "se", "sma", "so", "sr", "th", "ti", "tr", "uk", "yi"];

    /// <summary>"svenska".</summary>
    /// <param name="code">ISO 639.</param>
    public static string Name(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).DisplayName is { Length: > 0 } name && !string.Equals(name, code, StringComparison.OrdinalIgnoreCase) ? name : code;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <param name="nothing">What it says when nothing is known.</param>
    public static IEnumerable<SelectListItem> Choices(string? chosen, string nothing) =>
        Offered.Concat(chosen is null ? [] : [chosen]).Distinct(StringComparer.Ordinal).Select(code => new SelectListItem(Name(code), code, code == chosen))
            .OrderBy(c => c.Value is "sv" or "en" ? 0 : 1).ThenBy(c => c.Text, StringComparer.CurrentCulture).Prepend(new SelectListItem(nothing, "", chosen is null));
}
