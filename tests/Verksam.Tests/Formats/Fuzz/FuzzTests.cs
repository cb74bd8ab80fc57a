using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Shouldly;
using Verksam.Features.Planning.Import;
using Verksam.Formats;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Cells;
using Verksam.Formats.Tables.Columns;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.Formats.Tables.Registers;
using Xunit;

namespace Verksam.Tests.Formats.Fuzz;

/// <summary>
/// Broken files of every format, the way a person's file comes in: each is read or refused with a code that has a sentence, within bounds.
/// A few hundred a format each time; as many as VERKSAM_FUZZ says when it is set.
/// </summary>
public sealed class FuzzTests
{
    private const int Usual = 200;

    // what a reading may ask of memory: work that no busy machine changes. The seeds are small, and what is put in as well
    private const long MostAllocated = 600L << 20;

    // for what waits or goes round and round: it fails, and the run goes on
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly HashSet<string> _codes = typeof(UnreadableDocument).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Concat(typeof(UnreadableTable).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);

    [Theory]
    [InlineData("txt")]
    [InlineData("md")]
    [InlineData("docx")]
    [InlineData("odt")]
    [InlineData("html")]
    [InlineData("pdf")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_broken_file_is_read_or_refused_and_nothing_else(string format)
    {
        var seeds = Seeds(format);
        var (most, refused) = (0L, 0);
        var times = Times(format);
        for (var n = 0; n < times; n++)
        {
            var broken = new Mutations(n).Of(seeds[n % seeds.Count]);
            var (wasRefused, allocated) = await Bounded(broken, $"{format} {n}");
            refused += wasRefused ? 1 : 0;
            most = Math.Max(most, allocated);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{times} of {format}: {refused} refused, at most {most >> 20} MB for one");
        refused.ShouldBeLessThan(times);
    }

    // a process of another program reads a pdf, so there are fewer of them
    private static int Times(string format) =>
        int.TryParse(Environment.GetEnvironmentVariable("VERKSAM_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked
        : format is "pdf" ? Usual / 10 : Usual;

    private static async Task<(bool Refused, long Allocated)> Bounded(byte[] file, string which)
    {
        try
        {
            var (refused, allocated) = await Task.Factory.StartNew(() => Read(file, which), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .WaitAsync(Longest, TestContext.Current.CancellationToken);
            if (refused is not null) _codes.ShouldContain(refused, which);
            allocated.ShouldBeLessThan(MostAllocated, which);
            return (refused is not null, allocated);
        }
        catch (Exception wrong) when (wrong is not ShouldAssertException)
        {
            throw new InvalidOperationException($"{which}, {file.Length} bytes: {wrong.GetType().Name}", wrong);
        }
    }

    // on a thread of its own, so that what it allocates is its own
    private static (string? Refused, long Allocated) Read(byte[] file, string which)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        string? refused = null;
        try
        {
            if (which.StartsWith("csv", StringComparison.Ordinal) || which.StartsWith("xlsx", StringComparison.Ordinal)) ReadTable(file);
            else PlanFile.Read(new MemoryStream(file), 2026, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (UnreadableDocument no)
        {
            refused = no.Code;
        }
        return (refused, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // Whatever stands in a cell, each reader of cells must bear it
    private static void ReadTable(byte[] file)
    {
        var (table, today) = (TableReader.Open(new MemoryStream(file)).GetAwaiter().GetResult(), new DateOnly(2026, 11, 23));
        var rows = table.Rows().ToList();
        ColumnGuesser.Guess(table.Findings.Headings, [.. rows.Take(50).Select(r => r.Cells.Select(c => c.Text).ToList())], today);
        foreach (var cell in rows.Take(300).SelectMany(r => r.Cells))
        {
            NameText.Split(cell.Text);
            EmailText.Read(cell.Text);
            PhoneText.Read(cell.Text, wasNumber: true);
            NationalId.Read(cell.Text, today, wasNumber: true);
            new DateColumn([cell], 2026).Read(cell);
        }
    }

    private static List<byte[]> Seeds(string format) => format switch
    {
        "txt" => Texts(),
        "md" => Texts().ConvertAll(AsMarkdown),
        "csv" => [RegisterFiles.Csv],
        "xlsx" => [RegisterFiles.Xlsx, RegisterFiles.LibreOffice],
        _ => [SavedPlan.Bytes($"Plan.{format}")],
    };

    private static List<byte[]> Texts([CallerFilePath] string file = "") =>
        [.. Directory.GetFiles(Path.Combine(Path.GetDirectoryName(file)!, "../../PlanReading/Plans"), "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static byte[] AsMarkdown(byte[] text) => Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(text).Split('\n')
        .Select((line, i) => line.Length is > 0 and < 40 && !line.EndsWith('.') ? $"{new string('#', (i % 4) + 1)} {line}" : line.Replace("ska", "**ska**", StringComparison.Ordinal))));
}
