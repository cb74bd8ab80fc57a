namespace Verksam.Kernel.Text;

/// <summary>What people type into one line: spaces in a row are one, and what cannot be seen is not there.</summary>
internal static class OneLine
{
    public static string Of(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same, or null when nothing is left.</summary>
    public static string? OrNull(string? text) => text is null || Of(text) is not { Length: > 0 } line ? null : line;
}
