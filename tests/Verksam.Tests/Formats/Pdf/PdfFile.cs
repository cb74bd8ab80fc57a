using System.Globalization;
using System.Text;

namespace Verksam.Tests.Formats.Pdf;

/// <summary>Builds .pdf files by hand.</summary>
internal static class PdfFile
{
    /// <summary>One page with these drawing operators.</summary>
    public static byte[] Page(string content)
    {
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var n = 0; n < objects.Length; n++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{n + 1} 0 obj{objects[n]}endobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
