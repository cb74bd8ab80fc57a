using System.Globalization;
using System.Net;
using Verksam.Bench.Measures;

namespace Verksam.Bench.Http;

/// <summary>Somebody of the demo, signed in as the first person that its sign-in page offers. All that the bench knows of the pages' forms is here.</summary>
internal static class DemoVisitor
{
    private const string Commitment = "/planen/2026/1.1";

    /// <summary>The Cookie header of a signed-in person; null when there is no such page or form yet.</summary>
    /// <param name="from">Which of the machine's own addresses to come from: tries are counted for each.</param>
    public static async Task<string?> SignIn(int port, IPAddress? from = null)
    {
        using var connection = await Connection.Open(port, from);
        var page = await connection.Ask(Request.Get(port, Starts.SignInPage, null));
        if (page.Status != 200 || PageForm.In(page.Text, "/logga-in?handler=Demo") is not { } form) return null;
        var cookies = page.Cookies.ToList();
        var answer = await connection.Ask(Request.Post(port, form.Action, string.Join("; ", cookies), form.Fields));
        var given = answer.Cookies.ToList();
        return answer.Status is 302 or 303 && given.Count > 0 ? string.Join("; ", cookies.Concat(given)) : null;
    }

    /// <summary>Saves a note at a commitment: the least there is to write.</summary>
    public static async Task Write(int port, string cookie, int number)
    {
        using var connection = await Connection.Open(port);
        var page = await connection.Ask(Request.Get(port, Commitment, cookie));
        var form = PageForm.In(page.Text, Commitment + "/anteckning") ?? throw new IOException($"{Commitment} has no note to write");
        var cookies = string.Join("; ", page.Cookies.Prepend(cookie));
        var note = string.Create(CultureInfo.InvariantCulture, $"Anteckning {number}");
        var answer = await connection.Ask(Request.Post(port, form.Action, cookies, form.With("note", note).Fields));
        if (answer.Status is not (302 or 303)) throw new IOException($"a note was answered with {answer.Status}");
    }
}
