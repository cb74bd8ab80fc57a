namespace Verksam.Formats.Pdf;

/// <summary>
/// Reads the text of a PDF (ISO 32000) by poppler's pdftotext, a program of its own: a file that harms harms that process and nothing else.
/// The text keeps the look of the page (columns of a table apart, a form feed between pages); page numbers and lines that the page broke are
/// left to who reads on.
/// </summary>
public static class PdfReader
{
    /// <summary>Reads the text.</summary>
    /// <param name="file">Need not be able to seek. It is not closed.</param>
    /// <param name="program">What reads it; the machine's own when null.</param>
    /// <param name="limits">How much to take; the default when null.</param>
    /// <param name="cancellation">Ends the reading, and the program with it.</param>
    /// <exception cref="UnreadableDocument">With a code, whatever is wrong with the file, or when the program is not there.</exception>
    public static async Task<string> Read(
        Stream file, PdfToText? program = null, ReadingLimits? limits = null, CancellationToken cancellation = default)
    {
        limits ??= ReadingLimits.Default;
        await using var buffer = await InputBuffer.Fill(file, limits.InputBytes, cancellation);
        var layout = await (program ?? new PdfToText()).Run(buffer, limits.Characters, cancellation);
        var text = layout.Text();
        return SaysSomething(text, layout.Pages) ? text : throw new UnreadableDocument(UnreadableDocument.NoText);
    }

    // A scanned page has no letters, but perhaps a number; letters whose meaning is lost come as signs of no use
    private static bool SaysSomething(string text, int pages)
    {
        const int fewestLettersOnAPage = 10;
        var (letters, lost) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsLetter(c)) letters++;
            else if (c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f'))) lost++;
        }
        return letters >= pages * fewestLettersOnAPage && lost < letters;
    }
}
