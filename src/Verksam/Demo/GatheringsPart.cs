using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>
/// A year of gatherings: what has been is told of, but for two, and what is to come is published, but for one. Reads gatherings-2026.txt, a line each:
/// unit, kind, title, day and hours, place or "digitalt", for whom, words of the commitment, how many were there (-1 when nobody has told) and what it
/// is about, with bars between.
/// </summary>
internal static class GatheringsPart
{
    private const string Hall = "Folkets hus, stora salen", Square = "Stortorget", Yard = "Gammelgården";

    private static readonly string[] Reports = ["Fler än vi trodde. Bra samtal, och tre ville veta mer.", "Lugnt men trevligt. Kaffet räckte precis.", "Många frågor om vården nära hemmet. Ta med fler blad nästa gång."];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(new(2026, 1, 20), 14, story.Who(Characters.Organiser).Id);
        var venues = Venues(story).ToDictionary(v => v.Name, StringComparer.Ordinal);
        var promised = await Promised(story, cancelled);
        var gatherings = new List<Gathering>();
        foreach (var (i, line) in (await DemoText.Of("gatherings-2026", cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
        {
            var words = line.Split('|');
            gatherings.Add(One(story, words, i, venues));
            if (words[6].Length > 0 && promised.FirstOrDefault(p => p.Words.Contains(words[6], StringComparison.OrdinalIgnoreCase)).Id is { } commitment && commitment != default)
                story.Db.Add(new GatheringTie(gatherings[^1].Id, commitment));
        }
        story.Db.AddRange(venues.Values);
        story.Db.AddRange(gatherings);
        Hang(story, gatherings);
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static Gathering One(DemoStory story, string[] words, int number, Dictionary<string, Venue> venues)
    {
        var (unit, day, hours) = (words[0] == "Distriktet" ? story.District : story.Unit(words[0]), DateOnly.Parse(words[3].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), words[3].Split(' ')[1].Split('-'));
        var entered = day.AddDays(-30) < DemoStory.Today ? day.AddDays(-30) : DemoStory.Today.AddDays(-3);
        story.On(entered, 14, story.Who(Characters.Organiser).Id);
        var now = story.Clock.GetUtcNow();
        var gathering = new Gathering(unit.Id, words[1], story.Who(Characters.Organiser).Id, now);
        gathering.Describe(words[2], words[1], words[8].Length > 0 ? words[8] : null, null);
        gathering.IsFor(words[5] == "alla" ? Audience.Everybody : Audience.Members, null, null);
        var venue = venues.GetValueOrDefault(words[4]);
        gathering.Take(new(OurTime.At(day, new TimeOnly(int.Parse(hours[0], System.Globalization.CultureInfo.InvariantCulture), 0)), OurTime.At(day, new TimeOnly(int.Parse(hours[1], System.Globalization.CultureInfo.InvariantCulture), 0))),
            new(venue?.Id, venue is null && words[4] != "digitalt" ? words[4] : null, words[4] == "digitalt" ? "https://moten.example/norrlidens" : null), now);
        if (words[2] != "Vi viker utskick")
            gathering.Publish(now);
        if (int.Parse(words[7], System.Globalization.CultureInfo.InvariantCulture) is > 0 and var there)
            gathering.Tell(Reports[number % Reports.Length], there, OurTime.At(day.AddDays(1), new TimeOnly(9, 0)));
        return gathering;
    }

    private static IEnumerable<Venue> Venues(DemoStory story)
    {
        var organiser = story.Who(Characters.Organiser).Id;
        var hall = new Venue(story.District.Id);
        hall.Describe(Hall, "Bruksgatan 4", "831 30", "Norrlid");
        hall.Holds(90, "Buss 1 och 4 stannar vid torget, 200 meter. Sista bussen mot Brännsjö går 21.14.");
        hall.LetsIn([new(AccessQuestion.Entrance, AccessAnswer.Yes, "Dörren är 95 cm bred och öppnas med knapp."), new(AccessQuestion.Lift, AccessAnswer.Yes, "110 × 140 cm."), new(AccessQuestion.Toilet, AccessAnswer.Yes, "På samma plan."),
            new(AccessQuestion.HearingLoop, AccessAnswer.Yes, null), new(AccessQuestion.Scents, AccessAnswer.No, "Kaféet ligger vägg i vägg.")], new(2026, 5, 3), organiser);
        var square = new Venue(story.District.Id);
        square.Describe(Square, null, "831 30", "Norrlid");
        square.LetsIn([new(AccessQuestion.Entrance, AccessAnswer.Yes, "Gatsten, och en ränna tvärs över.")], new(2026, 4, 30), organiser);
        var yard = new Venue(story.District.Id);
        yard.Describe(Yard, "Gammelgårdsvägen 12", "831 36", "Norrlid");
        yard.Holds(400, "Parkering vid hembygdsgården, fem minuter till fots.");
        return [hall, square, yard];
    }

    /// <summary>What the plan of the district promises this year.</summary>
    public static async Task<List<(Id<Commitment> Id, string Words)>> Promised(DemoStory story, CancellationToken cancelled)
    {
        var rows = await (
            from version in story.Db.PlanVersions
            where version.State == VersionState.Adopted
            join plan in story.Db.Plans on version.PlanId equals plan.Id
            where plan.Year == 2026 && plan.UnitId == story.District.Id
            from commitment in story.Db.Commitments
            where commitment.PlanId == plan.Id && commitment.Chapter != null
            from passage in commitment.Passages
            where passage.VersionId == version.Id
            orderby passage.Start
            select new { commitment.Id, Words = version.Text.Substring(passage.Start, passage.Length) }).ToListAsync(cancelled);
        return [.. rows.Select(r => (r.Id, r.Words))];
    }

    private static void Hang(DemoStory story, List<Gathering> gatherings)
    {
        var (market, opening) = (gatherings.Find(g => g.Title == "Forsmarknaden")!, gatherings.Find(g => g.Title == "Valupptakt")!);
        market.MayCost(2500);
        story.Db.Add(new GatheringCost(market.Id, "Platshyra", 600));
        var (here, auditor) = (story.Board(story.Unit("Holmforsen")), story.Who(Characters.Auditor));
        Bring(story, market,
            ("Partytält och fyra vikter", "I förrådet på expeditionen", auditor, true), ("Två bord och duk", null, auditor, true), ("Termosar och kaffe", null, here[0], false),
            ("Kassalåda och växel", null, here[1], false), ("500 lokala foldrar", "Väntar på tryck", null, false));
        Bring(story, opening,
            ("Scen och högtalare", "Hämtas på fredagen, skåpbil behövs", story.Who(Characters.BoardMember), false), ("Kaffe till 200", null, story.Who(Characters.AssociationChair), false),
            ("Kanelbullar", null, Unreached(story), false), ("Fanor", "Tio, med stänger", story.Who(Characters.GroupLeader), false), ("Tipspromenad för barnen", null, null, false));
    }

    private static void Bring(DemoStory story, Gathering gathering, params (string What, string? Note, Person? By, bool Done)[] things) =>
        story.Db.AddRange(things.Select((b, i) =>
        {
            var item = new BringItem(gathering.Id, i);
            item.Write(b.What, b.Note);
            item.IsBroughtBy(b.By?.Id);
            item.Tick(b.Done);
            return item;
        }));

    // somebody has no e-mail, and must be rung
    private static Person Unreached(DemoStory story) =>
        story.Members.First(m => m is { IsNamed: false, Until: null, Person: { Email: null, Phone: not null, IsProtected: false, DoNotCall: false } } && m.Unit.Name == "Norrlid").Person;
}
