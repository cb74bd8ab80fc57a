using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Verksam.Formats.Pdf;

/// <summary>
/// poppler's pdftotext, run as a process within bounds: processor, memory, time and what it may say; it can write no file, and it knows
/// nothing of our settings. The file goes in by a pipe, so no copy of it lies on the disk.
/// </summary>
public sealed record PdfToText
{
    private const string Bounded = "ulimit -c 0 && ulimit -f 0 && ulimit -t \"$1\" && ulimit -v \"$2\" && shift 2 && exec \"$@\"";
    private const int Kilobyte = 1024;
    private const int NotThere = 127;
    private const int NotRunnable = 126;
    private const int CopyingForbidden = 3;
    private const int MostComplaints = 4 * Kilobyte;
    private const int LongestLine = 4 * Kilobyte;

    /// <summary>The program's name, sought as a shell seeks it, or its path.</summary>
    public string Program { get; init; } = "pdftotext";

    /// <summary>Its time, by the clock on the wall; the processor's seconds are as many.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Its memory, in bytes of address space.</summary>
    public long Memory { get; init; } = 512L << 20;

    [SuppressMessage("Reliability", "CA2025", Justification = "Feeding and listening end with the process, which is killed first")]
    internal async Task<PdfLayout> Run(InputBuffer file, int mostCharacters, CancellationToken cancellation)
    {
        using var process = Process.Start(Start()) ?? throw new UnreadableDocument(UnreadableDocument.NoPdfProgram);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(Longest);
        try
        {
            var complaints = Complaints(process.StandardError, late.Token);
            var feeding = Feed(process, file, late.Token);
            var layout = await Words(process.StandardOutput, mostCharacters, late.Token);
            await feeding;
            await process.WaitForExitAsync(late.Token);
            return process.ExitCode == 0 ? layout : throw new UnreadableDocument(Code(process.ExitCode, await complaints));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UnreadableDocument(UnreadableDocument.TooSlow);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", Bounded, "sh", Number(Longest.TotalSeconds), Number(Memory / Kilobyte), Program, "-bbox", "-enc", "UTF-8", "-", "-" },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = "/",
        };
        // Our settings hold passwords
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static async Task Feed(Process process, InputBuffer file, CancellationToken late)
    {
        try
        {
            await file.CopyToAsync(process.StandardInput.BaseStream, late);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has read enough, or is no more; its exit code says which
        }
    }

    private static async Task<PdfLayout> Words(StreamReader from, int mostCharacters, CancellationToken late)
    {
        var layout = new PdfLayout();
        var (characters, lines) = (0, 0);
        await foreach (var line in Lines(from, late))
        {
            if (PdfWord.Of(line) is { } word)
            {
                characters += word.Text.Length + 1;
                layout.Add(word);
            }
            else if (line.Contains("</page>", StringComparison.Ordinal))
                layout.EndPage();
            // A page without words is a line too
            if (characters > mostCharacters || ++lines > mostCharacters) throw new UnreadableDocument(UnreadableDocument.TooMuchText);
        }
        return layout;
    }

    // A line without end is refused before it is gathered
    private static async IAsyncEnumerable<string> Lines(StreamReader from, [EnumeratorCancellation] CancellationToken late)
    {
        var chunk = new char[8 * Kilobyte];
        var line = new StringBuilder();
        while (await from.ReadAsync(chunk, late) is > 0 and var read)
        {
            foreach (var c in chunk.AsMemory(0, read).ToArray())
            {
                if (c is not '\n') line.Append(c);
                if (line.Length > LongestLine) throw new UnreadableDocument(UnreadableDocument.TooMuchText);
                if (c is not '\n') continue;
                yield return line.ToString();
                line.Clear();
            }
        }
    }

    // All of them are read, or it would wait for us; the first few are kept
    private static async Task<string> Complaints(StreamReader from, CancellationToken late)
    {
        var kept = new StringBuilder();
        var chunk = new char[Kilobyte];
        while (await from.ReadAsync(chunk, late) is > 0 and var read)
        {
            if (kept.Length < MostComplaints) kept.Append(chunk, 0, read);
        }
        return kept.ToString();
    }

    private static string Code(int exit, string complaints) => exit switch
    {
        NotThere or NotRunnable => UnreadableDocument.NoPdfProgram,
        CopyingForbidden => UnreadableDocument.Encrypted,
        _ when complaints.Contains("Incorrect password", StringComparison.Ordinal) => UnreadableDocument.Encrypted,
        _ => UnreadableDocument.Damaged,
    };

    private static string Number(double value) => Math.Ceiling(value).ToString(CultureInfo.InvariantCulture);
}
