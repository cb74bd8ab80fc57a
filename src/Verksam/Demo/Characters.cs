using Verksam.Features.Structure;

namespace Verksam.Demo;

/// <summary>Somebody in the story who has a name that is written, not drawn, and whom a visitor can be.</summary>
/// <param name="Name">Invented.</param>
/// <param name="Home">The association the person belongs to.</param>
/// <param name="MemberSince">The first day as a member.</param>
/// <param name="Role">What the person is, besides a member.</param>
/// <param name="AtDistrict">Whether it is for the district; else for the home association.</param>
/// <param name="Group">The group it is in, if any.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, when it is known.</param>
internal sealed record Character(
    string Name, string Home, DateOnly MemberSince, string Role, bool AtDistrict, string? Group, DateOnly From, DateOnly? To = null);

/// <summary>Those who have an account: one for each way of seeing the program.</summary>
internal static class Characters
{
    public static readonly Character Organiser =
        new("Ingela Rönnkvist", "Norrlid", new(2014, 9, 22), StandardRoles.Organiser, true, null, new(2023, 8, 14));

    public static readonly Character Chair =
        new("Mattias Sundelöf", "Storälven", new(2010, 5, 4), StandardRoles.Chair, true, Places.DistrictBoard, new(2026, 3, 14));

    public static readonly Character BoardMember =
        new("Fartun Jimcale", "Norrlid", new(2021, 2, 8), StandardRoles.BoardMember, true, Places.DistrictBoard, new(2025, 3, 15));

    public static readonly Character AssociationChair =
        new("Gun-Britt Holmdal", "Alnäs", new(2006, 8, 30), StandardRoles.Chair, false, Places.Board, new(2022, 2, 19));

    public static readonly Character GroupLeader =
        new("Sire Omma", "Storälven", new(2018, 6, 11), StandardRoles.GroupLeader, false, Places.MunicipalGroup,
            new(2022, 10, 15), new(2026, 10, 14));

    public static readonly Character Auditor =
        new("Bengt-Åke Tjernlund", "Holmforsen", new(2006, 3, 1), StandardRoles.Auditor, true, null, new(2024, 3, 16));

    public static readonly Character Administrator =
        new("Pekka Rautiola", "Brännsjö", new(2019, 10, 17), StandardRoles.Administrator, true, null, new(2025, 1, 7));

    public static readonly Character PlainMember =
        new("Lejla Mehmedović", "Granviken", new(2025, 11, 3), StandardRoles.Member, false, null, new(2025, 11, 3));

    public static readonly IReadOnlyList<Character> All =
        [Organiser, Chair, BoardMember, AssociationChair, GroupLeader, Auditor, Administrator, PlainMember];
}
