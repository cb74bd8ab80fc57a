using System.Net;
using System.Text.RegularExpressions;
using Verksam.Bench.Measures;

namespace Verksam.Bench.Http;

/// <summary>Signs in as the first person that the demo's sign-in page offers. All that the bench knows of signing in is here.</summary>
internal static partial class DemoVisitor
{
    /// <summary>The Cookie header of a signed-in person; null when there is no such page or form yet.</summary>
    public static async Task<string?> SignIn(int port)
    {
        using var connection = await Connection.Open(port);
        var page = await connection.Ask(Request.Get(port, Starts.SignInPage, null));
        var form = DemoForm().Match(page.Text);
        if (page.Status != 200 || !form.Success) return null;
        var cookies = page.Cookies.ToList();
        var answer = await connection.Ask(Request.Post(port, WebUtility.HtmlDecode(form.Groups["action"].Value), string.Join("; ", cookies), Fields(form.Value)));
        var given = answer.Cookies.ToList();
        return answer.Status is 302 or 303 && given.Count > 0 ? string.Join("; ", cookies.Concat(given)) : null;
    }

    /// <summary>Every field with a name and a value, its buttons too: the first names the person.</summary>
    private static string Fields(string form) => string.Join('&', Field().Matches(form)
        .Select(field => (Name: Attribute(field.Value, "name"), Value: Attribute(field.Value, "value")))
        .Where(field => field.Name.Length > 0)
        .Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(AnyAttribute().Matches(tag)
        .FirstOrDefault(attribute => attribute.Groups["name"].Value == name)?.Groups["value"].Value ?? "");

    [GeneratedRegex("""<form\b[^>]*\baction="(?<action>/logga-in\?handler=Demo[^"]*)".*?</form>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DemoForm();

    [GeneratedRegex("<(input|button)\\b[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyAttribute();
}
