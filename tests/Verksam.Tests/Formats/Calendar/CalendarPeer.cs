using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Verksam.Tests.Formats.Calendar;

/// <summary>Others' readers of calendars: the icalendar and dateutil of Python, which Debian packs as python3-icalendar.</summary>
internal static class CalendarPeer
{
    private const string Python = "/usr/bin/python3"; // the system's own, which its packages are for

    /// <summary>Gives a program some input, and reads the JSON that it prints; skips the test where there is no peer.</summary>
    public static async Task<JsonElement> Ask(string program, byte[] input)
    {
        if (!await IsInstalled()) Assert.Skip("python3-icalendar is not installed: our calendars are not read by another program here.");
        using var python = Start(program);
        var (said, complaint) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
        await python.StandardInput.BaseStream.WriteAsync(input);
        python.StandardInput.Close();
        await python.WaitForExitAsync();
        python.ExitCode.ShouldBe(0, await complaint);
        return JsonDocument.Parse(await said).RootElement;
    }

    private static Process Start(string program) => Process.Start(new ProcessStartInfo(Python, ["-c", program])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    })!;

    private static async Task<bool> IsInstalled()
    {
        if (!File.Exists(Python)) return false;
        using var asked = Start("import icalendar, dateutil, zoneinfo");
        asked.StandardInput.Close();
        await asked.WaitForExitAsync();
        return asked.ExitCode == 0;
    }
}
