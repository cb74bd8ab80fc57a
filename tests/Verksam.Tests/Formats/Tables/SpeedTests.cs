using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Delimited;
using Verksam.Formats.Tables.Xlsx;
using Xunit;

namespace Verksam.Tests.Formats.Tables;

/// <summary>A register of ten thousand is read while one waits. What it costs is told in the test's output; the bound is memory, which no busy machine changes.</summary>
public sealed class SpeedTests
{
    private const int Rows = 10_000;
    private const int Columns = 20;

    // a cell is a string of its own, and in a workbook the number that it is found by
    private const long MostAllocated = 250L << 20;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Ten_thousand_rows_of_twenty_columns_are_read(string kind)
    {
        var file = Make(kind);
        var (clock, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());

        (await Sheets.Open(file)).Rows().Count().ShouldBe(Rows);

        var (seconds, allocated) = (clock.Elapsed.TotalSeconds, GC.GetTotalAllocatedBytes() - before);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {Rows / seconds:0} rows a second, {allocated >> 20} MB allocated, {file.Length >> 10} KB"));
        allocated.ShouldBeLessThan(MostAllocated);
    }

    private static byte[] Make(string kind)
    {
        using var file = new MemoryStream();
        string[] headings = [.. Enumerable.Range(0, Columns).Select(c => $"Rubrik {(char)('A' + c)}")];
        using (ITableWriter table = kind is "csv" ? new CsvWriter(file, headings) : new XlsxWriter(file, "Blad", headings, new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero)))
        {
            for (var row = 0; row < Rows; row++) table.Row([.. Enumerable.Range(0, Columns).Select(c => TableCell.FromString($"Åkerblad {row * c}"))]);
        }
        return file.ToArray();
    }
}
