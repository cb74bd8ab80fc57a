using System.Globalization;
using System.Runtime.InteropServices;

namespace Verksam.Bench.Servers;

/// <summary>Megabytes (1024² bytes): what only this process holds, and all that it has in memory, shared or not.</summary>
internal sealed record Memory(double Private, double Resident);

/// <summary>What the kernel knows of another process.</summary>
internal static partial class ProcessFigures
{
    /// <summary>User and system time of all threads, ended ones too. /proc/PID/stat has the same sum, in steps of 10 ms.</summary>
    public static TimeSpan Processor(int pid)
    {
        // A process's CPU clock has its number in the identity: see clock_getcpuclockid(3) and the kernel's posix-timers.h.
        var clock = (~pid << 3) | 2;
        if (ClockGetTime(clock, out var time) != 0) throw new InvalidOperationException($"no CPU clock of process {pid}");
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0);
    }

    public static Memory Memory(int pid)
    {
        var kilobytes = File.ReadLines($"/proc/{pid}/smaps_rollup").Select(line => line.Split(':', 2)).Where(parts => parts[1].EndsWith("kB", StringComparison.Ordinal))
            .ToDictionary(parts => parts[0], parts => double.Parse(parts[1][..^2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new((kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]) / 1024, kilobytes["Rss"] / 1024);
    }

    /// <summary>Asks a process to end.</summary>
    public static void Terminate(int pid) => _ = Kill(pid, 15);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out Timespec time);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int pid, int signal);

    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
