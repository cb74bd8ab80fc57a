using System.Diagnostics;
using Xunit;

namespace Verksam.Tests.Formats;

/// <summary>
/// Reads a bad file in a process of its own: 64 MB of heap and five seconds of processor, or the test fails. It is the processor's seconds
/// that
/// count, so that a machine with much else to do gives the same answer.
/// </summary>
internal static class HostileProcess
{
    private const string Bounded = "ulimit -t 5 && exec dotnet exec \"$@\"";

    // For what waits and does not work; nothing here should
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Makes the file, has it read and says what came of it: "read" or the code of the refusal.</summary>
    public static async Task<string> Read(string kind, Action<string> make)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            make(path);
            return await Run(kind, path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> Run(string kind, string path)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", Bounded, "sh", Path.Combine(AppContext.BaseDirectory, "Verksam.HostileReader.dll"), kind, path },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = "0x4000000", ["DOTNET_DbgEnableMiniDump"] = "0" },
        };
        using var process = Process.Start(start)!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Longest);
        try
        {
            var (said, cost) = (process.StandardOutput.ReadToEndAsync(late.Token), process.StandardError.ReadToEndAsync(late.Token));
            await process.WaitForExitAsync(late.Token);
            TestContext.Current.TestOutputHelper?.WriteLine(await cost);
            return process.ExitCode == 0 ? (await said).Trim() : $"died of {await cost}";
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return "not done in time";
        }
    }
}
