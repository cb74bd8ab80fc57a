using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Verksam.Tests.Formats.Calendar;

/// <summary>
/// Others' readers of calendars: the icalendar and dateutil of Python, which Debian packs as python3-icalendar, and libical, on which calendars of the
/// Linux desktop stand, with its rules of what must and may be in one (RFC 5545, 5546).
/// </summary>
internal static class CalendarPeer
{
    private const string Python = "/usr/bin/python3"; // the system's own, which its packages are for

    private const string Validator = """
        import sys, json, ctypes

        ical = ctypes.CDLL("libical.so.3")
        ical.icalparser_parse_string.restype = ctypes.c_void_p
        ical.icalcomponent_as_ical_string.restype = ctypes.c_char_p
        for read, kind in ((ical.icalparser_parse_string, ctypes.c_char_p), (ical.icalrestriction_check, ctypes.c_void_p), (ical.icalcomponent_as_ical_string, ctypes.c_void_p)):
            read.argtypes = [kind]
        calendar = ical.icalparser_parse_string(sys.stdin.buffer.read())
        valid = bool(calendar) and bool(ical.icalrestriction_check(calendar))
        lines = ical.icalcomponent_as_ical_string(calendar).decode().replace("\r\n ", "").splitlines() if calendar else ["X-LIC-ERROR:nothing was read"]
        errors = [l for l in lines if l.startswith("X-LIC-ERROR")]
        json.dump(errors if errors or valid else ["not valid, and no word why"], sys.stdout)
        """;

    /// <summary>Gives a program some input, and reads the JSON that it prints; skips the test where there is no peer.</summary>
    public static Task<JsonElement> Ask(string program, byte[] input) => Ask(program, input, "import icalendar, dateutil, zoneinfo", "python3-icalendar");

    /// <summary>What libical finds wrong with a calendar.</summary>
    public static async Task<IReadOnlyList<string>> Judge(string calendar) =>
        (await Ask(Validator, Encoding.UTF8.GetBytes(calendar), "import ctypes; ctypes.CDLL('libical.so.3')", "libical3")).Deserialize<List<string>>()!;

    private static async Task<JsonElement> Ask(string program, byte[] input, string needs, string package)
    {
        if (!await Runs(needs)) Assert.Skip($"{package} is not installed: our calendars are not read by another program here.");
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

    private static async Task<bool> Runs(string program)
    {
        if (!File.Exists(Python)) return false;
        using var asked = Start(program);
        asked.StandardInput.Close();
        await asked.WaitForExitAsync();
        return asked.ExitCode == 0;
    }
}
