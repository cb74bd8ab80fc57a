// HostileReader KIND FILE: prints what came of it ("read" or the code of the refusal), and on standard error what it cost.
using System.Diagnostics;
using System.Globalization;
using Verksam.Formats;
using Verksam.Formats.Docx;
using Verksam.Formats.Html;
using Verksam.Formats.Kinds;
using Verksam.Formats.Odt;
using Verksam.Formats.Pdf;
using Verksam.Formats.Tables;
using Verksam.Formats.Text;

await using var file = File.OpenRead(args[1]);
try
{
    await (args[0] switch
    {
        "docx" => (Task)DocxReader.Read(file),
        "odt" => OdtReader.Read(file),
        "html" => HtmlReader.Read(file),
        "pdf" => PdfReader.Read(file),
        "kind" => KindOf(file),
        "text" => PlainText.Read(file),
        "table" => ReadTable(file),
        _ => throw new NotSupportedException(args[0]),
    });
    await Console.Out.WriteLineAsync("read");
}
catch (UnreadableDocument refusal)
{
    await Console.Out.WriteLineAsync(refusal.Code);
}

using var self = Process.GetCurrentProcess();
var spent = self.TotalProcessorTime.TotalMilliseconds;
var (resident, allocated) = (self.PeakWorkingSet64 >> 20, GC.GetTotalAllocatedBytes() >> 20);
await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
    $"{spent:0} ms of processor with the start, {resident} MB resident at most, {allocated} MB allocated"));

static async Task KindOf(Stream file) => FileKinds.Of(await InputBuffer.Fill(file, ReadingLimits.Default.InputBytes, default));

static async Task ReadTable(Stream file)
{
    foreach (var _ in (await TableReader.Open(file)).Rows()) { }
}
