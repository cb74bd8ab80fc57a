using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Kernel.Keeping;

namespace Verksam.Ui;

/// <summary>A part of a page, written once for all who see the same. The tokens of its forms are each request's own.</summary>
internal static class Fragments
{
    private const string Token = "__RequestVerificationToken";

    // what people have written is encoded, and cannot look like this
    private const string PlaceOfToken = "<!--token-->";

    /// <param name="key">All that the part differs by, beside the language.</param>
    /// <param name="model">Gathered only when the part is not already written.</param>
    public static async Task<IHtmlContent> Kept<T>(this IHtmlHelper html, Kept kept, string partial, object key, Func<Task<T>> model)
    {
        var parts = await kept.Get((partial, key, CultureInfo.CurrentUICulture.Name), async () => (await Write(html, partial, await model())).Split(PlaceOfToken));
        return parts is [var whole] ? new HtmlString(whole) : new Joined(parts, OwnToken(html));
    }

    private static async Task<string> Write<T>(IHtmlHelper html, string partial, T model)
    {
        var written = Written(html, await html.PartialAsync(partial, model, null));
        if (!written.Contains(Token, StringComparison.Ordinal))
            return written;
        var open = written.Replace(OwnToken(html), PlaceOfToken, StringComparison.Ordinal);
        // one person's token, to be handed to others
        return open.Contains(Token, StringComparison.Ordinal) ? throw new InvalidOperationException($"{partial} holds a token that is not of a form of this house and cannot be kept.") : open;
    }

    // the same for all forms of a request
    private static string OwnToken(IHtmlHelper html) => Written(html, html.AntiForgeryToken());

    // a page of some size is never copied only to put the token in
    private sealed class Joined(string[] parts, string token) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write(parts[0]);
            foreach (var part in parts.AsSpan(1))
            {
                writer.Write(token);
                writer.Write(part);
            }
        }
    }

    private static string Written(IHtmlHelper html, IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, html.ViewContext.HttpContext.RequestServices.GetRequiredService<HtmlEncoder>());
        return writer.ToString();
    }
}
