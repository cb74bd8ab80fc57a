using System.IO.Compression;
using System.Text;
using Verksam.Formats;
using Verksam.Formats.Tables;
using Xunit;

namespace Verksam.Tests.Formats.Tables;

/// <summary>Tables opened and looked at in one line.</summary>
internal static class Sheets
{
    public static Task<OpenTable> Open(byte[] file, TableChoices? choices = null, TableLimits? limits = null) =>
        TableReader.Open(new MemoryStream(file), choices, limits, TestContext.Current.CancellationToken);

    public static Task<OpenTable> Open(string text, TableChoices? choices = null) => Open(Encoding.UTF8.GetBytes(text), choices);

    public static List<IReadOnlyList<string>> Texts(OpenTable table) =>
        [.. table.Rows().Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(0, table.Findings.Columns).Select(c => r[c].Text)])];

    /// <summary>Rows as "1: a|b", with what is odd about them.</summary>
    public static IEnumerable<string> Lines(OpenTable table) => table.Rows().Select(r =>
        $"{r.Line}: {string.Join('|', r.Cells.Select(c => c.Text))}{(r.Trouble == RowTrouble.None ? "" : $" {r.Trouble}")}");

    public static async Task<string> Refusal(byte[] file, TableChoices? choices = null, TableLimits? limits = null)
    {
        try
        {
            foreach (var _ in (await Open(file, choices, limits)).Rows()) { }
            return "read";
        }
        catch (UnreadableDocument no)
        {
            return no.Code;
        }
    }

    public static Dictionary<string, string> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var text = new StreamReader(e.Open());
            return text.ReadToEnd();
        }, StringComparer.Ordinal);
    }
}
