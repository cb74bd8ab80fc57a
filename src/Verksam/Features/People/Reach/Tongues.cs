using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Reach;

/// <summary>The languages that somebody may be spoken to in, by their own names in the reader's language.</summary>
internal static class Tongues
{
    // the largest first languages of Sweden and its national minorities' (Institutet för språk och folkminnen)
    private static readonly string[] Offered =
        ["sv", "en", "ar", "bs", "de", "es", "fa", "fi", "fit", "fr", "hr", "ku", "pl", "rom", "ru", "se", "sma", "so", "sr", "th", "ti", "tr", "uk", "yi"];

    private const string Swedish = "engelska=en finska=fi norska=no danska=da arabiska=ar somaliska=so persiska=fa dari=fa spanska=es tyska=de franska=fr svensk=sv ryska=ru ukrainska=uk "
        + "polska=pl turkiska=tr kurdiska=ku tigrinja=ti samiska=se italienska=it portugisiska=pt kinesiska=zh thailändska=th albanska=sq bosniska=bs serbiska=sr kroatiska=hr estniska=et";

    private static readonly Lazy<FrozenDictionary<string, string>> Words = new(() =>
        CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(c => c.Name.Length == 2)
            .SelectMany(c => new[] { c.Name, c.EnglishName, c.NativeName }.Select(word => (Word: AppDb.Folded(word), Code: c.Name)))
            .Concat(Swedish.Split(' ').Select(pair => (pair.Split('=')[0], pair.Split('=')[1])))
            .Concat(Offered.Select(code => (code, code)))
            .DistinctBy(p => p.Item1, StringComparer.Ordinal).ToFrozenDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal));

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

    /// <summary>"arabiska", "Arabic", "ar": what somebody calls a language; null when nobody knows it.</summary>
    public static string? Code(string word)
    {
        var plain = AppDb.Folded(OneLine.Of(word).Split('-')[0]);
        return Offered.FirstOrDefault(code => AppDb.Folded(Name(code)) == plain) ?? (Words.Value.TryGetValue(plain, out var known) ? known : null);
    }

    /// <param name="nothing">What it says when nothing is known.</param>
    public static IEnumerable<SelectListItem> Choices(string? chosen, string nothing) =>
        Offered.Concat(chosen is null ? [] : [chosen]).Distinct(StringComparer.Ordinal).Select(code => new SelectListItem(Name(code), code, code == chosen))
            .OrderBy(c => c.Value is "sv" or "en" ? 0 : 1).ThenBy(c => c.Text, StringComparer.CurrentCulture).Prepend(new SelectListItem(nothing, "", chosen is null));
}
