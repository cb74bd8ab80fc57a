using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Time;

namespace Verksam.Kernel.Doctor;

/// <summary>What the computer must have: room, a folder of our own, letters in Swedish order, summer time, a reader of pdf.</summary>
internal sealed class MachineChecks(Installation installation)
{
    private const long LeastSpace = 500_000_000;

    private string Folder => installation.DataFolder;

    public IEnumerable<Check> All =>
    [
        new("folder", _ => Task.FromResult(DataFolder())),
        new("space", _ => Task.FromResult(Space())),
        new("swedish", _ => Task.FromResult(Swedish())),
        new("time-zone", _ => Task.FromResult(SummerTime())),
        new("pdf", Pdf),
    ];

    private Finding DataFolder()
    {
        if (!Directory.Exists(Folder))
            return Finding.Warning("Ui.Doctor.NoFolder", Folder);
        var trial = Path.Combine(Folder, $".doctor-{Environment.ProcessId}");
        try
        {
            File.WriteAllText(trial, "");
            File.Delete(trial);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return Finding.Fault("Ui.Doctor.FolderClosed", Folder);
        }
        return PrivateFolder.IsOpen(Folder)
            ? Finding.Warning("Ui.Doctor.FolderOpen", Folder) : Finding.Ok("Ui.Doctor.Folder", Folder);
    }

    private Finding Space()
    {
        var place = Directory.Exists(Folder) ? Folder : Directory.GetCurrentDirectory();
        var free = new DriveInfo(place).AvailableFreeSpace;
        return free < LeastSpace ? Finding.Fault("Ui.Doctor.NoSpace", free / 1_000_000) : Finding.Ok("Ui.Doctor.Space", free / 1_000_000);
    }

    private static Finding Swedish()
    {
        string[] letters = ["ö", "ä", "z", "å", "a"];
        Array.Sort(letters, StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), CompareOptions.None));
        return string.Concat(letters) == "azåäö" ? Finding.Ok("Ui.Doctor.Swedish") : Finding.Fault("Ui.Doctor.NotSwedish", string.Concat(letters));
    }

    private static Finding SummerTime()
    {
        var summer = OurTime.Zone.GetUtcOffset(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc));
        var winter = OurTime.Zone.GetUtcOffset(new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc));
        return summer - winter == TimeSpan.FromHours(1) ? Finding.Ok("Ui.Doctor.SummerTime") : Finding.Fault("Ui.Doctor.NoSummerTime");
    }

    private static async Task<Finding> Pdf(CancellationToken cancelled)
    {
        try
        {
            using var program = Process.Start(new ProcessStartInfo("pdftotext", "-v") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
            await program.WaitForExitAsync(cancelled);
            return Finding.Ok("Ui.Doctor.Pdf");
        }
        catch (Win32Exception)
        {
            return Finding.Warning("Ui.Doctor.NoPdf");
        }
    }
}
