using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Kernel.Keeping;

namespace Verksam.Ui;

/// <summary>A part of a page, written once for all who see the same.</summary>
internal static class Fragments
{
    private const string Token = "__RequestVerificationToken";

    /// <param name="key">All that the part differs by, beside the language.</param>
    /// <param name="model">Gathered only when the part is not already written.</param>
    public static async Task<IHtmlContent> Kept<T>(this IHtmlHelper html, Kept kept, string partial, object key, Func<Task<T>> model) =>
        new HtmlString(await kept.Get((partial, key, CultureInfo.CurrentUICulture.Name), async () => await Write(html, partial, await model())));

    private static async Task<string> Write<T>(IHtmlHelper html, string partial, T model)
    {
        await using var writer = new StringWriter();
        (await html.PartialAsync(partial, model, null)).WriteTo(writer, html.ViewContext.HttpContext.RequestServices.GetRequiredService<HtmlEncoder>());
        var written = writer.ToString();
        // a form's token is one person's
        return written.Contains(Token, StringComparison.Ordinal) ? throw new InvalidOperationException($"{partial} holds a form with a token and cannot be kept.") : written;
    }
}
