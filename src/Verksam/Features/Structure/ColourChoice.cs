namespace Verksam.Features.Structure;

/// <summary>One of the colours offered, or one's own: two fields of a form, shown by _Colour.cshtml.</summary>
internal sealed class ColourChoice
{
    /// <summary>The value of the last chip; then <see cref="Own"/> counts.</summary>
    public const string OwnChip = "egen";

    public string Chip { get; set; } = Colours.Offered[0].Value;

    public string? Own { get; set; }

    public string Colour => Chip == OwnChip ? Own ?? "" : Chip;

    public static ColourChoice Of(string colour) =>
        Colours.Offered.Any(o => o.Value == colour) ? new() { Chip = colour, Own = colour } : new() { Chip = OwnChip, Own = colour };
}
