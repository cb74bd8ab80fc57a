// HostileReader KIND FILE: prints what came of it ("read" or the code of the refusal), and on standard error what it cost.
using System.Diagnostics;
using System.Globalization;
using Verksam.Formats;
using Verksam.Formats.Docx;
using Verksam.Formats.Text;

await using var file = File.OpenRead(args[1]);
try
{
    await (args[0] switch
    {
        "docx" => (Task)DocxReader.Read(file),
        "text" => PlainText.Read(file),
        _ => throw new NotSupportedException(args[0]),
    });
    Console.WriteLine("read");
}
catch (UnreadableDocument refusal)
{
    Console.WriteLine(refusal.Code);
}

using var self = Process.GetCurrentProcess();
Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{self.TotalProcessorTime.TotalMilliseconds:0} ms of processor with the start, {self.PeakWorkingSet64 >> 20} MB resident at most, {GC.GetTotalAllocatedBytes() >> 20} MB allocated"));
