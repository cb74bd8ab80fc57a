namespace Verksam.Ui;

/// <summary>"Tove Hallström" → "TH": what stands in an avatar.</summary>
internal static class Initials
{
    public static string Of(string name)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? "?" : parts.Length == 1 ? parts[0][..1] : $"{parts[0][0]}{parts[^1][0]}";
    }
}
