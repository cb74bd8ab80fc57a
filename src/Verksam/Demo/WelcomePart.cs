using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Welcome;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>
/// Everybody who joined since the house began was welcomed, most of them in time this year and fewer last; and some of those who joined after
/// the spring fair still wait, a few of them too long.
/// </summary>
internal static class WelcomePart
{
    private static readonly DateOnly Began = new(2025, 1, 8), Last = new(2026, 6, 11);

    /// <summary>Who calls in an association; where nobody is named, the organiser does.</summary>
    private static readonly (string Home, Character Who, int Most, string[] Languages)[] Pool =
    [
        ("Norrlid", Characters.BoardMember, 5, ["so"]),
        ("Granviken", Characters.PlainMember, 3, ["bs"]),
        ("Storälven", Characters.GroupLeader, 4, ["se"]),
    ];

    private static readonly (string Name, string Home, int Month, int Day)[] Waiting =
    [
        ("Ronja Kallbäck", "Norrlid", 5, 24), ("Yusuf Dahlsjö", "Alnäs", 5, 26), ("Birgit Sällforsen", "Granviken", 5, 27), ("Vide Ammermo", "Storälven", 6, 1),
        ("Nils-Erik Laxmyr", "Holmforsen", 6, 3), ("Ida Tåsjöberg", "Norrlid", 6, 5), ("Leyla Bispmo", "Granviken", 6, 8), ("Selma Ogenlid", "Alnäs", 6, 10), ("Mattias Fjällmo", "Norrlid", 6, 11),
    ];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(Began, 15, story.Who(Characters.Organiser).Id);
        var rule = new WelcomeRule(story.District.Id);
        rule.Write(WelcomeRule.UsualDays, null, story.Texts["Ui.Demo.Intro"], story.Texts["Ui.Demo.IntroWhen"], story.Texts["Ui.Demo.IntroWhere"]);
        story.Db.Add(rule);
        foreach (var (home, who, most, languages) in Pool)
        {
            var contact = new ContactPerson(story.Unit(home).Id, story.Who(who).Id);
            contact.Write(most, languages, null);
            story.Db.Add(contact);
        }
        await story.Db.SaveChangesAsync(cancelled);
        var dice = new Dice(29);
        var joined = await story.Db.Relations.AsNoTracking().Where(r => r.Kind == RelationKind.Member && r.From >= Began).OrderBy(r => r.From).ThenBy(r => r.Id).ToListAsync(cancelled);
        List<(DateOnly Day, object Row)> rows = [.. joined.SelectMany(r => Done(story, r, rule.Invite!, dice)), .. Newcomers(story)];
        await story.Keep(rows, row => row.Day < Last ? row.Day : Last, row => row.Row, 15, cancelled);
    }

    private static IEnumerable<(DateOnly Day, object Row)> Done(DemoStory story, Relation joined, Invite invite, Dice dice)
    {
        var (one, caller) = Case(story, joined);
        yield return (joined.From, one);
        var on = joined.From.AddDays(dice.Below(joined.From.Year == DemoStory.Today.Year ? 9 : 14));
        if (on >= DemoStory.Today)
            yield break;
        var at = At(on, 17 + dice.Below(3));
        if (dice.OneIn(4) && one.Tell(CallOutcome.NoAnswer, caller, null, at.AddDays(-1), out var missed) is null && on > joined.From)
            yield return (on, missed!);
        one.Tell(dice.OneIn(15) ? CallOutcome.DoesNotWant : CallOutcome.Reached, caller, null, at, out var made);
        yield return (on, made!);
        if (made!.Outcome == CallOutcome.Reached && !dice.OneIn(joined.From.Year == DemoStory.Today.Year ? 7 : 3))
            yield return (on, new WelcomeInvitation(one, invite, caller, at));
    }

    private static IEnumerable<(DateOnly Day, object Row)> Newcomers(DemoStory story)
    {
        foreach (var (i, (name, home, month, day)) in Waiting.Index())
        {
            var since = new DateOnly(DemoStory.Today.Year, month, day);
            var person = Person.Welcome(name, i % 3 == 2 ? null : $"{Unit.Slugged(name)}@example.org", Phones.Number(i + 6), story.Unit(home).Id);
            person.Born(null, 1958 + ((i * 17) % 45), DemoStory.Today);
            var relation = new Relation(person.Id, RelationKind.Member, person.UnitId, since);
            yield return (since, person);
            yield return (since, relation);
            var (one, caller) = Case(story, relation);
            yield return (since, one);
            if (i == 1 && one.Tell(CallOutcome.NoAnswer, caller, null, At(new(DemoStory.Today.Year, 6, 9), 18), out var missed) is null)
                yield return (new(DemoStory.Today.Year, 6, 9), missed!);
        }
    }

    private static (WelcomeCase Case, Id<Person> Caller) Case(DemoStory story, Relation joined)
    {
        var unit = story.Units.Find(u => u.Id == joined.UnitId)!;
        var (who, rule) = Pool.Where(p => p.Home == unit.Name && p.Who.MemberSince < joined.From).Select(p => ((Character?)p.Who, ContactRule.Pool)).FirstOrDefault();
        if (who is null && unit.Name == Characters.AssociationChair.Home)
            (who, rule) = (Characters.AssociationChair, ContactRule.Chair);
        var caller = story.Who(who ?? Characters.Organiser).Id;
        var one = WelcomeCase.Joined(joined, joined.From, WelcomeRule.UsualDays);
        one.GiveTo(caller, who is null ? ContactRule.Above : rule, At(joined.From, 8));
        return (one, caller);
    }

    private static DateTimeOffset At(DateOnly day, int hour)
    {
        var wall = day.ToDateTime(new TimeOnly(hour, 0));
        return new DateTimeOffset(wall, OurTime.Zone.GetUtcOffset(wall));
    }
}
