using Verksam.Features.People.Fields;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Tags;
using Verksam.Features.Structure;

namespace Verksam.Demo;

/// <summary>What the organiser has written of people: words they are marked with, what they can, a field of the district's own, who sits where.</summary>
internal static class RegisterPart
{
    private static readonly string[] Sizes = ["S", "M", "L", "XL"];

    private static readonly DateOnly Began = new(2025, 2, 3), TermBegan = new(2022, 10, 15), TermEnds = new(2026, 10, 14);

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var dice = new Dice(71);
        var organiser = story.Who(Characters.Organiser).Id;
        story.On(Began, 13, organiser);
        var here = story.Members.Where(m => m.Until is null).ToList();
        Skills(story, here, dice);
        Tags(story, here, dice);
        Fields(story, here, dice);
        Seats(story, dice);
        story.Db.Add(new PersonNote(story.Who(Characters.PlainMember).Id, organiser, story.Texts["Ui.Demo.Note"], story.Clock.GetUtcNow()));
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static void Skills(DemoStory story, List<Member> here, Dice dice)
    {
        var skills = UsualSkills.For(story.District, story.Texts).ToList();
        story.Db.AddRange(skills);
        foreach (var member in here.Where(_ => dice.Below(5) < 2))
        {
            foreach (var skill in dice.Shuffled(skills).Take(1 + dice.Below(4)))
                story.Db.Add(new PersonSkill(member.Person.Id, skill.Id) { Can = !dice.OneIn(5), Likes = !dice.OneIn(3) });
            if (dice.OneIn(2))
                story.Db.Add(new FreeTime(member.Person.Id) { Mask = 1 + dice.Below((1 << 21) - 1) });
            if (dice.OneIn(6))
                story.Db.Add(new PersonPlace(member.Person.Id, dice.Of(story.Units).Id));
        }
    }

    private static void Tags(DemoStory story, List<Member> here, Dice dice)
    {
        var by = story.Who(Characters.Organiser).Id;
        foreach (var name in story.Texts["Ui.Demo.Tags"].Split('|'))
        {
            var tag = new Tag(story.District.Id, name);
            story.Db.Add(tag);
            story.Db.AddRange(dice.Shuffled(here).Take(8 + dice.Below(25)).Select(m => new Tagging(tag.Id, m.Person.Id, by, story.Clock.GetUtcNow())));
        }
    }

    private static void Fields(DemoStory story, List<Member> here, Dice dice)
    {
        var car = new CustomField(story.District.Id, story.Texts["Ui.Demo.Field.Car"], FieldKind.YesNo, 0);
        var size = new CustomField(story.District.Id, story.Texts["Ui.Demo.Field.Size"], FieldKind.One, 1);
        var sizes = Sizes.Select((name, order) => new FieldOption(size.Id, name, order)).ToList();
        story.Db.AddRange(car, size);
        story.Db.AddRange(sizes);
        foreach (var member in here.Where(_ => dice.OneIn(4)))
        {
            story.Db.Add(new FieldValue(car.Id, member.Person.Id) { Yes = !dice.OneIn(3) });
            story.Db.Add(new FieldValue(size.Id, member.Person.Id) { OptionId = dice.Of(sizes).Id });
        }
    }

    // who is in a group of elected ones sits in its council; a few more are substitutes there
    private static void Seats(DemoStory story, Dice dice)
    {
        Council(story, dice, story.District, story.Texts["Ui.Demo.RegionCouncil"], BodyLevel.Region, Places.RegionalGroup);
        foreach (var place in Places.All)
            Council(story, dice, story.Unit(place.Name), story.Texts["Ui.Demo.Council", place.Name], BodyLevel.Municipality, Places.MunicipalGroup);
    }

    private static void Council(DemoStory story, Dice dice, Unit unit, string name, BodyLevel level, string group)
    {
        if (story.Groups.Find(g => g.UnitId == unit.Id && g.Name == group) is not { } seated)
            return;
        var body = new PublicBody(unit.Id, name, level);
        var sitting = story.Assignments.Where(a => a.GroupId == seated.Id && a.To >= DemoStory.Today).Select(a => a.PersonId).Distinct().ToList();
        var others = story.Members.Where(m => m.Unit.Id == unit.Id && m.Until is null && m.Since < TermBegan && !sitting.Contains(m.Person.Id));
        // here and there one seat more than there are people for
        body.Holds(sitting.Count, Math.Max(1, sitting.Count / 2) + (name.Length % 3 == 0 ? 1 : 0));
        story.Db.Add(body);
        story.Db.AddRange(sitting.Select(who => Until(new Seat(who, body.Id, SeatKind.Member, TermBegan))));
        story.Db.AddRange(dice.Shuffled(others).Take(Math.Max(1, sitting.Count / 2)).Select(m => Until(new Seat(m.Person.Id, body.Id, SeatKind.Substitute, TermBegan))));
    }

    private static Seat Until(Seat seat)
    {
        seat.End(TermEnds);
        return seat;
    }
}
