using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Verksam.Floor;

/// <summary>
/// The unit that pages are measured in: thirty rows by a prepared question, written by hand as a page of HTML.
/// No template, no binding, no session: what a page costs above this is the price of everything we put between.
/// </summary>
internal static class Pulse
{
    private static readonly ConcurrentBag<Rows> Idle = [];
    private static readonly Lazy<string> File = new(Prepare);
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static Task Write(HttpResponse response)
    {
        var rows = Idle.TryTake(out var idle) ? idle : Rows.Open(File.Value);
        var page = Page(rows);
        Idle.Add(rows);
        var length = Encoding.UTF8.GetByteCount(page);
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = length;
        Encoding.UTF8.GetBytes(page, response.BodyWriter);
        return Task.CompletedTask;
    }

    private static string Page(Rows rows)
    {
        var page = new StringBuilder(8192);
        page.Append("<!doctype html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>Aktiviteter</title>")
            .Append("<link rel=\"stylesheet\" href=\"/floor.css\"></head><body><main><h1>Aktiviteter</h1><table>")
            .Append("<thead><tr><th>Vad</th><th>Var</th><th>När</th><th>Platser</th></tr></thead><tbody>");
        using var reader = rows.Question.ExecuteReader();
        while (reader.Read())
        {
            page.Append("<tr><td><a href=\"/aktiviteter/").Append(reader.GetInt64(0)).Append("\">").Append(Html.Encode(reader.GetString(1)))
                .Append("</a></td><td>").Append(Html.Encode(reader.GetString(2)))
                .Append("</td><td><time>").Append(Html.Encode(reader.GetString(3)))
                .Append("</time></td><td>").Append(CultureInfo.InvariantCulture, $"{reader.GetInt64(4)}").Append("</td></tr>");
        }

        return page.Append("</tbody></table></main></body></html>").ToString();
    }

    private static string Prepare()
    {
        var file = Path.Combine(Environment.CurrentDirectory, "floor.db");
        Rows.Fill(file);
        return file;
    }
}
