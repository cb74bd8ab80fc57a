namespace Verksam.Demo;

/// <summary>One association of the story.</summary>
/// <param name="Name">Its municipality: invented, there is none of that name.</param>
/// <param name="Colour">Its own accent.</param>
/// <param name="People">How many belong to it.</param>
/// <param name="AnnualMeeting">Its annual meeting of 2026: boards change that day.</param>
/// <param name="Founded">When it is younger than the story's oldest members.</param>
internal sealed record Place(string Name, string Colour, int People, DateOnly AnnualMeeting, DateOnly? Founded = null);

/// <summary>Norrlidens län, which is on no map.</summary>
internal static class Places
{
    public const string District = "Allmänningen Norrlidens län";
    public const string DistrictColour = "#1f6a45";

    public const string DistrictBoard = "Distriktsstyrelse";
    public const string Nominators = "Valberedning";
    public const string RegionalGroup = "Regiongrupp";
    public const string ElectionLeaders = "Valledning";
    public const string Board = "Styrelse";
    public const string MunicipalGroup = "Kommungrupp";

    public static readonly IReadOnlyList<Place> All =
    [
        new("Alnäs", "#4b6b1e", 47, new(2026, 2, 21)),
        new("Brännsjö", "#8a3b12", 58, new(2026, 2, 15)),
        new("Fjällåker", "#8c2f5b", 18, new(2026, 2, 28), Founded: new(2024, 11, 16)),
        new("Granviken", "#0f7b5f", 34, new(2026, 2, 22)),
        new("Holmforsen", "#6b3fa0", 40, new(2026, 2, 12)),
        new("Kvarnheden", "#a05a00", 25, new(2026, 2, 19)),
        new("Norrlid", "#1d5c94", 104, new(2026, 2, 24)),
        new("Storälven", "#2f6f7e", 71, new(2026, 2, 17)),
    ];
}
