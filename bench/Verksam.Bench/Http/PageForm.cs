using System.Net;
using System.Text.RegularExpressions;

namespace Verksam.Bench.Http;

/// <summary>A form of a page as a browser without script sends it: where to, and its fields. Text areas are the sender's to fill.</summary>
internal sealed partial record PageForm(string Action, string Fields)
{
    /// <summary>The first form whose address has <paramref name="action"/> in it; its first button is pressed with it.</summary>
    public static PageForm? In(string page, string action) => AnyForm().Matches(page)
        .Where(form => form.Groups["action"].Value.Contains(action, StringComparison.Ordinal))
        .Select(form => new PageForm(WebUtility.HtmlDecode(form.Groups["action"].Value), FieldsOf(form.Value))).FirstOrDefault();

    /// <summary>With this in the field, whatever stood there.</summary>
    public PageForm With(string name, string value) => this with
    {
        Fields = string.Join('&', Fields.Split('&').Where(field => !field.StartsWith(name + "=", StringComparison.Ordinal)).Append($"{name}={Uri.EscapeDataString(value)}")),
    };

    private static string FieldsOf(string form) => string.Join('&', Field().Matches(form)
        .Select(field => (Name: Attribute(field.Value, "name"), Value: Attribute(field.Value, "value")))
        .Where(field => field.Name.Length > 0)
        .Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(AnyAttribute().Matches(tag)
        .FirstOrDefault(attribute => attribute.Groups["name"].Value == name)?.Groups["value"].Value ?? "");

    [GeneratedRegex("""<form\b[^>]*\baction="(?<action>[^"]*)".*?</form>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyForm();

    [GeneratedRegex("<(input|button)\\b[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyAttribute();
}
