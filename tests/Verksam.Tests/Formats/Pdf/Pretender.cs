using System.Diagnostics.CodeAnalysis;
using Verksam.Formats.Pdf;

namespace Verksam.Tests.Formats.Pdf;

/// <summary>A program in pdftotext's place.</summary>
internal sealed class Pretender : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pdf");

    [SuppressMessage("Interoperability", "CA1416", Justification = "There is no pdftotext run by a shell on Windows")]
    private Pretender(string script)
    {
        var path = Path.Combine(_folder.FullName, "pdftotext");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Program = new PdfToText { Program = path };
    }

    public PdfToText Program { get; }

    public static Pretender Doing(string script) => new(script);

    /// <summary>A script that says these words, as pdftotext says a page.</summary>
    public static string Says(string words) =>
        $"for w in {words}; do echo \"<word xMin=\\\"$((x+=30)).0\\\" yMin=\\\"1.0\\\" xMax=\\\"$((x+28)).0\\\" yMax=\\\"9.0\\\">$w</word>\"; done; echo '</page>'";

    public void Dispose() => _folder.Delete(recursive: true);
}
