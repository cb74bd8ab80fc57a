using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Verksam.Tests.House;

/// <summary>A page as somebody sees it.</summary>
internal sealed class Sheet
{
    private readonly Visitor _reader;

    private Sheet(Visitor reader, HttpResponseMessage answer, IHtmlDocument html)
    {
        _reader = reader;
        Answer = answer;
        Html = html;
    }

    public HttpResponseMessage Answer { get; }
    public IHtmlDocument Html { get; }
    public HttpStatusCode Status => Answer.StatusCode;

    /// <summary>Where one is: path and query.</summary>
    public string Url => Address.PathAndQuery;

    private Uri Address => Answer.RequestMessage!.RequestUri!;

    public string Heading => Said("h1");

    /// <summary>All that the main part says, with single spaces.</summary>
    public string Text => Said("main");

    /// <summary>What can be pressed, as it reads.</summary>
    public IReadOnlyList<string> Buttons => [.. Html.QuerySelectorAll("main button").Select(b => Tidy(b.TextContent))];

    /// <summary>The name of the field with a label.</summary>
    public string Name(string label) => Html.GetElementById(Html.QuerySelectorAll("main label").First(l => Tidy(l.TextContent) == label).GetAttribute("for")!)!.GetAttribute("name")!;

    /// <summary>What is said to be wrong, one line each.</summary>
    public IReadOnlyList<string> Errors => [.. Html.QuerySelectorAll(".errors li").Select(e => e.TextContent.Trim())];

    public static async Task<Sheet> Of(Visitor reader, HttpResponseMessage answer) =>
        new(reader, answer, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));

    /// <summary>Fills in the form that the button belongs to, presses it, and follows where it leads.</summary>
    public async Task<Sheet> Submit(string button, Action<Fields>? fill = null) => await _reader.Follow(await Send(button, fill));

    /// <summary>The same, but stops at the first answer.</summary>
    public Task<HttpResponseMessage> Send(string button, Action<Fields>? fill = null)
    {
        var pressed = Html.QuerySelectorAll("main button, header button").OfType<IHtmlButtonElement>().FirstOrDefault(b => Tidy(b.TextContent) == button && b.Form is not null)
            ?? throw new InvalidOperationException($"There is no button “{button}” on {Url}: {Text}");
        var form = pressed.Form!;
        var fields = new Fields(form, pressed);
        fill?.Invoke(fields);
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        return _reader.Post(string.IsNullOrEmpty(action) ? Address : new Uri(Address, action), fields.Content(form.GetAttribute("enctype")));
    }

    /// <summary>Presses a link in the main part.</summary>
    public async Task<Sheet> Follow(string link)
    {
        var found = Html.QuerySelectorAll("main a").FirstOrDefault(a => Tidy(a.TextContent) == link)
            ?? throw new InvalidOperationException($"There is no link “{link}” on {Url}: {Text}");
        return await _reader.Open(new Uri(Address, found.GetAttribute("href")).PathAndQuery);
    }

    private string Said(string selector) => Tidy(Html.QuerySelector(selector)?.TextContent ?? "");

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
