using Verksam.Features.Structure;

namespace Verksam.Demo;

/// <summary>The district, its eight associations and their groups.</summary>
internal static class OrganisationPart
{
    private static readonly DateOnly Installed = new(2025, 1, 7);

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(Installed, 10);
        var district = Unit.Root(Places.District, UnitKind.District, Places.DistrictColour);
        district.Describe(Places.District, UnitKind.District, null, "norrlidenslan@example.org", Phones.Number(0));
        story.Units.Add(district);
        story.Units.AddRange(Places.All.Select((place, i) => Found(district, place, i)));
        Tree.Distinguish(story.Units);
        story.Groups.AddRange(Groups(district, Places.DistrictBoard, Places.Nominators, Places.RegionalGroup, Places.ElectionLeaders));
        foreach (var association in story.Units.Skip(1))
            story.Groups.AddRange(Groups(association, Places.Board, Places.Nominators, Places.MunicipalGroup));
        story.Roles.AddRange(StandardRoles.Create(key => story.Texts[key]));
        story.Db.AddRange(story.Units);
        story.Db.AddRange(story.Groups);
        story.Db.AddRange(story.Roles);
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static Unit Found(Unit district, Place place, int number)
    {
        var unit = district.Found(place.Name, UnitKind.Association);
        unit.Describe(place.Name, UnitKind.Association, place.Name, $"{unit.Slug}@example.org", Phones.Number(1 + number));
        unit.Paint(place.Colour);
        return unit;
    }

    private static IEnumerable<Group> Groups(Unit unit, params string[] names) => names.Select(name => new Group(unit.Id, name));
}
