using System.Diagnostics;
using Xunit;

namespace Verksam.Tests.House;

/// <summary>Another program than Word that opens our documents; without it on the machine the test is skipped.</summary>
internal static class LibreOffice
{
    /// <summary>The document as LibreOffice writes it in another format, "pdf" or "txt:Text (encoded):UTF8".</summary>
    public static async Task<byte[]> Convert(byte[] document, string to, string name = "document.docx")
    {
        if (Program() is not { } program)
            Assert.Skip("soffice is not installed (Debian: libreoffice-writer-nogui): nobody else opens our documents here.");
        else if (Path.GetExtension(name) is not ".docx" && !File.Exists(Path.Combine(program, "libscfiltlo.so")))
            Assert.Skip("LibreOffice has no Calc here (Debian: libreoffice-calc-nogui): nobody else opens our workbooks.");
        var folder = Directory.CreateTempSubdirectory("verksam-office-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(file, document, TestContext.Current.CancellationToken);
            // a profile of its own: two at once would otherwise be one program
            using var office = Process.Start(new ProcessStartInfo("soffice")
            {
                ArgumentList = { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", folder.FullName, file },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var said = Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
            await office.WaitForExitAsync(TestContext.Current.CancellationToken);
            var made = Path.ChangeExtension(file, to.Split(':')[0]);
            return File.Exists(made) ? await File.ReadAllBytesAsync(made) : throw new InvalidOperationException(string.Join('\n', await said));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Where the program really lies, beside its parts; null when there is none
    private static string? Program()
    {
        var found = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => new FileInfo(Path.Combine(folder, "soffice"))).FirstOrDefault(f => f.Exists);
        return found is null ? null : Path.GetDirectoryName(found.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? found.FullName);
    }
}
