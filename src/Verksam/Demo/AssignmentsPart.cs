using Verksam.Features.Structure;

namespace Verksam.Demo;

/// <summary>Who is what, and when: boards change in spring, elected representatives in October after an election.</summary>
internal static class AssignmentsPart
{
    private static readonly DateOnly Conference = new(2026, 3, 14);
    private static readonly DateOnly ConferenceBefore = new(2025, 3, 15);
    private static readonly DateOnly NextConference = new(2027, 3, 13);
    private static readonly DateOnly TermBegan = new(2022, 10, 15);
    private static readonly DateOnly TermEnds = new(2026, 10, 14);

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var told = new Roster(story, new Dice(14));
        foreach (var character in Characters.All.Where(f => f.Role != StandardRoles.Member))
            Give(told, story, character);
        TheDistrict(told, story.District);
        foreach (var place in Places.All)
            OneAssociation(told, story.Unit(place.Name), place);
        story.Assignments.AddRange(told.Given);
        await story.Keep(told.Given, a => a.From, a => a, 15, cancelled);
    }

    private static void Give(Roster told, DemoStory story, Character character)
    {
        var unit = character.AtDistrict ? story.District : story.Unit(character.Home);
        var member = story.Members.Find(m => m.Person.Name == character.Name)!;
        told.Give(member, character.Role, unit, character.Group, character.From, character.To);
    }

    private static void TheDistrict(Roster told, Unit district)
    {
        told.Draw(1, StandardRoles.Chair, district, Places.DistrictBoard, new(2020, 3, 14), Conference.AddDays(-1));
        told.Draw(2, StandardRoles.BoardMember, district, Places.DistrictBoard, new(2023, 3, 18), ConferenceBefore.AddDays(-1));
        told.Draw(3, StandardRoles.BoardMember, district, Places.DistrictBoard, ConferenceBefore, NextConference.AddDays(-1));
        told.Draw(3, StandardRoles.BoardMember, district, Places.DistrictBoard, Conference, null);
        told.Draw(1, StandardRoles.BoardMember, district, Places.DistrictBoard, Conference, new(2026, 6, 30)); // moves away
        told.Draw(1, StandardRoles.Auditor, district, null, Conference, null);
        told.Draw(4, StandardRoles.Nominator, district, Places.Nominators, Conference, NextConference.AddDays(-1));
        told.Draw(1, StandardRoles.Organiser, district, Places.ElectionLeaders, new(2026, 5, 4), new(2026, 9, 30)); // for the campaign
        told.Draw(4, StandardRoles.Member, district, Places.ElectionLeaders, new(2025, 9, 20), new(2026, 10, 31));
        told.Draw(1, StandardRoles.GroupLeader, district, Places.RegionalGroup, new(2022, 11, 15), new(2026, 11, 14));
        told.Draw(4, StandardRoles.Member, district, Places.RegionalGroup, new(2022, 11, 15), new(2026, 11, 14));
    }

    private static void OneAssociation(Roster told, Unit unit, Place place)
    {
        // the chair before was elected at an annual meeting three years ago, or at the association's first
        var (home, since) = (place.Name, place.Founded?.AddDays(98) ?? new DateOnly(2023, 2, 20));
        var size = place.People / 15; // one to six: a small association has a small board
        if (!Characters.All.Any(f => f.Home == home && f is { Role: StandardRoles.Chair, AtDistrict: false }))
        {
            told.Draw(1, StandardRoles.Chair, unit, Places.Board, since, place.AnnualMeeting.AddDays(-1), home);
            told.Draw(1, StandardRoles.Chair, unit, Places.Board, place.AnnualMeeting, null, home);
        }
        told.Draw(2 + (size / 2), StandardRoles.BoardMember, unit, Places.Board, place.AnnualMeeting, null, home);
        told.Draw(1, StandardRoles.Auditor, unit, null, place.AnnualMeeting, null, home);
        var aYearOn = place.AnnualMeeting.AddDays(364);
        told.Draw(size > 2 ? 2 : 1, StandardRoles.Nominator, unit, Places.Nominators, place.AnnualMeeting, aYearOn, home);
        if (place.Founded is not null)
            return; // nobody is elected yet: it stands for the first time
        if (!Characters.All.Any(f => f.Home == home && f.Role == StandardRoles.GroupLeader))
            told.Draw(1, StandardRoles.GroupLeader, unit, Places.MunicipalGroup, TermBegan, TermEnds, home);
        told.Draw(size, StandardRoles.Member, unit, Places.MunicipalGroup, TermBegan, TermEnds, home);
    }
}
