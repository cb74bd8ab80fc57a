namespace Verksam.Features.Structure;

/// <summary>The colours offered at first start, and what a colour is.</summary>
internal static class Colours
{
    /// <summary>Name in the texts (Structure.Colour.…) and value.</summary>
    public static readonly IReadOnlyList<(string Name, string Value)> Offered =
        [("Lingon", "#a3123f"), ("Spruce", "#1f6a45"), ("Lake", "#1d5c94"), ("Cloudberry", "#d98b1d")];

    public static bool IsColour(string text) =>
        text is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit);
}
