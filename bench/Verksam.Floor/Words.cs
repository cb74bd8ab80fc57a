using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Data.Sqlite;

namespace Verksam.Floor;

/// <summary>
/// The floor of the search box: the same words of the same people by one prepared question of FTS5, written by hand as a list. No rights, no
/// other source, no session.
/// </summary>
[SuppressMessage("Security", "CA2100", Justification = "A yardstick's own questions, all of which stand here")]
internal static class Words
{
    private const int Most = 6;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Lock One = new();
    private static SqliteCommand? question;

    public static Task Write(HttpContext http)
    {
        var page = Page(http.Request.Query["text"].ToString());
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = Encoding.UTF8.GetByteCount(page);
        Encoding.UTF8.GetBytes(page, http.Response.BodyWriter);
        return Task.CompletedTask;
    }

    private static string Page(string text)
    {
        var page = new StringBuilder("<ul>", 2048);
        lock (One)
        {
            question ??= Prepare();
            question.Parameters[0].Value = $"{{name words}} : \"{text}\" *";
            using var reader = question.ExecuteReader();
            while (reader.Read())
            {
                page.Append("<li><a href=\"/manniskor/").Append(reader.GetString(0)).Append("\">").Append(Html.Encode(reader.GetString(1)))
                    .Append("<small>").Append(Html.Encode(reader.GetString(2))).Append("</small></a></li>");
            }
        }

        return page.Append("</ul>").ToString();
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Open for as long as the floor runs")]
    private static SqliteCommand Prepare()
    {
        var open = People.Open(Environment.GetEnvironmentVariable("FLOOR_PEOPLE")!);
        var prepared = open.CreateCommand();
        prepared.CommandText = $"""
            SELECT p."Id", p."Name", u."Name" FROM "PeopleWords" w JOIN "PeopleFound" f ON f."Number" = w.rowid JOIN "People" p ON p."Id" = f."Id"
            JOIN "Units" u ON u."Id" = p."UnitId" WHERE "PeopleWords" MATCH $words LIMIT {Most}
            """;
        prepared.Parameters.Add("$words", SqliteType.Text);
        prepared.Prepare();
        return prepared;
    }
}
