using System.Globalization;
using System.Text;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Auditing;

/// <summary>The trail as a file that a spreadsheet opens: semicolons and a byte order mark, as Swedish ones expect; no cell is a formula.</summary>
internal sealed class LogFile(LogWords words, Texts texts)
{
    /// <summary>What the reading of such a file is noted as.</summary>
    public const string What = "AuditFile";

    public const int MostRows = 10_000;

    public byte[] Write(IEnumerable<LogRow> rows)
    {
        var text = new StringBuilder();
        Line(text, texts["Auditing.When"], texts["Auditing.By"], texts["Auditing.Road"], texts["Auditing.Did"], texts["Auditing.Thing"], texts["Auditing.About"], texts["Auditing.Changed"], texts["Auditing.Why"]);
        foreach (var row in rows)
        {
            var at = TimeZoneInfo.ConvertTime(row.Entry.At, OurTime.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            Line(text, at, row.By ?? "", words.Through(row.Entry), row.Kind, row.What, row.About?.Text ?? "", string.Join(" | ", row.Changes.Select(Said)), row.Entry.Why ?? "");
        }
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private string Said(LogChange change) => change.IsHidden ? $"{change.Field}: {texts["Auditing.Hidden"]}" : $"{change.Field}: {change.From ?? "–"} → {change.To ?? "–"}";

    private static void Line(StringBuilder text, params IEnumerable<string> cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    // a cell that begins so is counted out by a spreadsheet, whoever wrote it
    private static string Cell(string said)
    {
        var harmless = said.Length > 0 && "=+-@\t\r".Contains(said[0], StringComparison.Ordinal) ? "'" + said : said;
        return '"' + harmless.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }
}
