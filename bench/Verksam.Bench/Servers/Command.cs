using System.Diagnostics;

namespace Verksam.Bench.Servers;

/// <summary>A program that does one thing and ends.</summary>
internal static class Command
{
    /// <returns>What it says.</returns>
    /// <exception cref="IOException">It ended with something else than 0.</exception>
    public static async Task<string> Run(string program, string folder, string[] arguments, params (string Name, string? Value)[] settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [program, .. arguments]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment.Remove("ConnectionStrings__Verksam");
        foreach (var (name, value) in settings)
        {
            if (value is not null) start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new IOException($"{arguments[0]} ended with {process.ExitCode}");
    }
}
