using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;

namespace Verksam.Demo;

/// <summary>Some four hundred invented people, unevenly spread over the associations.</summary>
internal static class MembersPart
{
    // an election year brings a flood, and most of those who are still here came lately
    private static readonly int[] YearsOfJoining =
    [
        2006, 2010, 2010, 2012, 2014, 2014, 2014, 2016, 2018, 2018, 2018, 2019,
        2020, 2021, 2022, 2022, 2022, 2022, 2023, 2024, 2025, 2025, 2026,
    ];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var dice = new Dice(400);
        var naming = new Naming(dice);
        foreach (var place in Places.All)
        {
            var unit = story.Unit(place.Name);
            var named = Characters.All.Where(f => f.Home == place.Name).ToList();
            story.Members.AddRange(named.Select(f => Named(f, unit, naming)));
            for (var left = place.People - named.Count; left > 0; left--)
                story.Members.Add(Drawn(dice, naming, place, unit));
        }
        var details = new Dice(61);
        story.Members.ForEach(m => DetailsPart.Of(m, details));
        await story.Keep(story.Members, m => m.Since, m => m.Person, 14, cancelled);
        var homes = story.Members.Select(m => (m.Since, Home: DetailsPart.Home(m, details))).Where(m => m.Home is not null).ToList();
        await story.Keep(homes, m => m.Since, m => m.Home!, 14, cancelled);
        await story.Keep([.. story.Members.SelectMany(Relations)], r => r.From, r => r, 14, cancelled);
    }

    // the fee of 2026 was not paid, and the association took the member off its list
    private static IEnumerable<Relation> Relations(Member member)
    {
        var relation = new Relation(member.Person.Id, RelationKind.Member, member.Unit.Id, member.Since);
        yield return relation;
        if (member.Until is not { } until)
            yield break;
        relation.EndBefore(until.AddDays(1));
        yield return new Relation(member.Person.Id, RelationKind.Former, member.Unit.Id, until.AddDays(1), LeavingReason.Unpaid);
    }

    private static Member Named(Character character, Unit unit, Naming naming)
    {
        var space = character.Name.IndexOf(' ', StringComparison.Ordinal);
        var email = naming.Address(character.Name[..space], character.Name[space..]);
        var person = Person.Welcome(character.Name, email, Phones.Number(character.MemberSince.DayNumber), unit.Id);
        return new Member(person, unit, character.MemberSince, true);
    }

    private static Member Drawn(Dice dice, Naming naming, Place place, Unit unit)
    {
        var (first, last) = naming.Draw();
        var since = Joined(dice, place);
        var email = dice.OneIn(9) ? null : naming.Address(first, last);
        var phone = dice.OneIn(12) ? null : Phones.Number(dice.Below(1000));
        // who let it lapse had been in for some time, and went at the year's end
        var until = since.Year < 2025 && dice.OneIn(25) ? new DateOnly(2025, 12, 31) : (DateOnly?)null;
        return new Member(Person.Welcome($"{first} {last}", email, phone, unit.Id), unit, since, false) { Until = until };
    }

    private static DateOnly Joined(Dice dice, Place place)
    {
        var year = dice.Of(YearsOfJoining);
        var days = year == DemoStory.Today.Year ? DemoStory.Today.DayOfYear - 4 : 360;
        var day = new DateOnly(year, 1, 2).AddDays(dice.Below(days));
        return place.Founded is { } founded && day < founded ? founded.AddDays(dice.Below(90)) : day;
    }
}
