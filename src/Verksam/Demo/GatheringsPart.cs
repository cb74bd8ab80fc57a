using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>A year of gatherings, as a list that reads like one: what has been is told of, but for two, and what is to come is published, but for one.</summary>
internal static class GatheringsPart
{
    private const string Hall = "Folkets hus, stora salen", Square = "Stortorget", Yard = "Gammelgården";

    // unit; kind; title; day and hours; place or "digitalt"; for whom; words of the commitment; how many were there, or -1 when nobody has told
    private const string Year = """
        Distriktet|celebration|Internationella kvinnodagen|2026-03-08 13-15|Stortorget|alla|internationella kvinnodagen|64
        Distriktet|meeting|Valkonferensen|2026-03-28 10-16|Folkets hus, stora salen|medlemmar|valkonferens|58
        Granviken|discussion|Samtal om bussarna|2026-02-05 18-20|Bygdegården i Granviken|medlemmar|samtalskvällar|14
        Alnäs|discussion|Samtal om skolan|2026-02-26 18-20|Biblioteket i Alnäs|medlemmar|samtalskvällar|19
        Storälven|discussion|Vem ska äga vattnet?|2026-03-19 18-20|Folkets hus i Storälven|alla|samtalskvällar|31
        Brännsjö|discussion|Samtal om vården|2026-04-09 18-20|digitalt|medlemmar|samtalskvällar|22
        Granviken|celebration|Föreningen 50 år, öppet hus|2026-04-18 12-16|Bygdegården i Granviken|alla|öppet hus|118
        Distriktet|celebration|Första maj i Norrlid|2026-05-01 11-14|Stortorget|alla|första maj|240
        Holmforsen|celebration|Första maj i Holmforsen|2026-05-01 11-13|Torget i Holmforsen|alla|första maj|85
        Distriktet|lecture|Så läser du en kommunbudget|2026-05-12 18-20|digitalt|alla|föreläsare utifrån|41
        Distriktet|regional|Träff för gruppledare och ordförande|2026-05-16 10-15|Folkets hus, stora salen|medlemmar|gruppledare och föreningsordförande|17
        Distriktet|stand|Vårmarknaden på Gammelgården|2026-05-23 9-15|Gammelgården|alla|vårmarknaden|46
        Norrlid|street|Torgmöte om bussarna|2026-06-06 11-13|Stortorget|alla|samtal med väljare|23
        Kvarnheden|discussion|Samtal om bostäder|2026-06-10 18-20|Sockenstugan i Kvarnheden|medlemmar|samtalskvällar|-1
        Norrlid|discussion|Söndagsfika|2026-06-14 13-15|Folkets hus, stora salen|alla||0
        Distriktet|work|Vi viker utskick|2026-06-16 17-19|Expeditionen|medlemmar||0
        Storälven|street|Torgmöte|2026-06-18 12-14|Torget i Storälven|alla|samtal med väljare|0
        Distriktet|meeting|Introduktionskväll för nya|2026-06-22 19-20|digitalt|medlemmar|introduktionskursen|0
        Holmforsen|stand|Forsmarknaden|2026-07-04 9-16|Marknadsplatsen i Holmforsen|alla|forsmarknaden|0
        Norrlid|street|Lördag på torget|2026-07-11 11-14|Stortorget|alla|samtal med väljare|0
        Norrlid|street|Lördag på torget|2026-07-18 11-14|Stortorget|alla|samtal med väljare|0
        Distriktet|celebration|Valupptakt|2026-08-15 12-16|Stortorget|alla|valupptakt|0
        Distriktet|cabin|Valstugan öppnar|2026-08-17 10-18|Stortorget|alla|valstugan|0
        Storälven|stand|Älvmässan|2026-08-22 10-17|Mässhallen i Storälven|alla|älvmässan|0
        Distriktet|celebration|Pridetåget|2026-08-29 13-15|Stortorget|alla|pridetåget|0
        Distriktet|panel|Vem har råd med tänderna?|2026-09-01 18-20|Folkets hus, stora salen|alla||0
        """;

    private static readonly string[] Reports = ["Fler än vi trodde. Bra samtal, och tre ville veta mer.", "Lugnt men trevligt. Kaffet räckte precis.", "Många frågor om vården nära hemmet. Ta med fler blad nästa gång."];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(new(2026, 1, 20), 14, story.Who(Characters.Organiser).Id);
        var venues = Venues(story).ToDictionary(v => v.Name, StringComparer.Ordinal);
        var promised = await Promised(story, cancelled);
        var gatherings = new List<Gathering>();
        foreach (var (i, line) in Year.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
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
        gathering.Describe(words[2], words[1], null, null);
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
