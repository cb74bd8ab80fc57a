namespace Verksam.Tests.Features.Planning;

/// <summary>One invented plan, as LibreOffice 7.4 saved it in several formats (Formats/Files).</summary>
internal static class SavedPlan
{
    public static byte[] Bytes(string name)
    {
        using var file = typeof(SavedPlan).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
