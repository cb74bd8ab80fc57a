using System.Globalization;

namespace Verksam.Kernel.Jobs;

/// <summary>
/// Which process holds a lease: machine, its start, process and the process's start. So that a life that was killed on this machine is not waited
/// for, while another node's lease is left alone. A process of another machine is never called gone.
/// </summary>
internal static class Holder
{
    public const int Longest = 200;

    public static string Mine { get; } =
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName} {Boot()} {Environment.ProcessId} {StartOf(Environment.ProcessId)}");

    public static bool IsGone(string holder)
    {
        if (holder.Split(' ') is not [var machine, var boot, var id, var start] || machine != Environment.MachineName || !int.TryParse(id, CultureInfo.InvariantCulture, out var process))
            return false;
        return boot != Boot() || start != StartOf(process);
    }

    private static string Boot() => Read("/proc/sys/kernel/random/boot_id") ?? "-";

    // proc_pid_stat(5): what comes after the name in brackets begins with field 3, the state; field 22 is when it began, in ticks after boot
    private static string StartOf(int process)
    {
        var stat = Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
        var fields = stat?[(stat.LastIndexOf(')') + 2)..].Split(' ') ?? [];
        return fields.Length > 19 && fields[0] is not ("Z" or "X") ? fields[19] : "-";
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
