using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>
/// Out there: last year's stands and this year's with what they gave, what has to be seen to before those that come, what to talk of, and one on the
/// square today, to try it on.
/// </summary>
internal static class StandsPart
{
    // from the plan's chapters on materials and on conversations
    private static readonly (string Topic, string Text, string Kind)[] Points =
    [
        ("Vården", "Vårdcentralen ska ligga dit man kan ta sig utan bil. Vi vill ha distriktssköterska i alla åtta kommuner.", ""),
        ("Bussarna", "Sista bussen går före sju. Vi vill ha en kvällstur på varje linje och samma taxa i hela länet.", ""),
        ("Skolan", "Ingen byskola läggs ner före 2028. Barn ska inte åka buss två timmar om dagen.", ""),
        ("Bostäder", "Kommunerna ska bygga hyresrätter också utanför Norrlid.", ""),
        ("Vattnet", "Vattnet och elnätet ska ägas av oss som bor här.", ""),
        ("Rösta så", "Förtidsröstningen börjar den 26 augusti. Ta med legitimation.", "cabin"),
    ];

    // title; unit; day and hours; place; conversations, leaflets, how many raised a hand, cost; what was said
    private static readonly Past[] LastYear =
    [
        new("Vårmarknaden på Gammelgården", null, "stand", new(2025, 5, 24), 9, 15, "Gammelgården", 41, 160, 3, 900, "Kaffet drog folk.", "Stå närmare ingången.", "Vården nära hemmet.", "Sol, men blåsigt."),
        new("Forsmarknaden", "Holmforsen", "stand", new(2025, 7, 5), 9, 16, "Marknadsplatsen i Holmforsen", 74, 240, 6, 600, "Bra plats vid bron.", "Ta med två tält till.", "Bussen till Norrlid.", "Regn till klockan elva."),
        new("Lördag på torget", "Norrlid", "street", new(2025, 7, 12), 11, 14, "Stortorget", 18, 60, 1, 0, "Lätt att ordna.", null, "Varför är ni här mitt i sommaren?", null),
        new("Älvmässan", "Storälven", "stand", new(2025, 8, 23), 10, 17, "Mässhallen i Storälven", 58, 210, 2, 3400, "Många som stannade länge.", "Platsen är dyr för vad den ger.", "Vem ska äga vattnet?", "Inomhus."),
    ];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var points = Talk(story);
        var venues = await story.Db.Venues.ToDictionaryAsync(v => v.Name, v => v.Id, cancelled);
        foreach (var past in LastYear)
            Held(story, past, venues, points);
        await story.Db.SaveChangesAsync(cancelled);
        await ThisYear(story, points, cancelled);
        Today(story, venues["Stortorget"], points);
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static List<TalkingPoint> Talk(DemoStory story)
    {
        story.On(new(2025, 5, 2), 14, story.Who(Characters.Organiser).Id);
        var points = Points.Select((p, order) =>
        {
            var point = new TalkingPoint(story.District.Id, null, order);
            point.Write(p.Topic, p.Text, p.Kind);
            return point;
        }).ToList();
        story.Db.AddRange(points);
        return points;
    }

    private static void Held(DemoStory story, Past past, Dictionary<string, Id<Venue>> venues, List<TalkingPoint> points)
    {
        story.On(past.Day.AddDays(-30), 14, story.Who(Characters.Organiser).Id);
        var unit = past.Unit is { } name ? story.Unit(name) : story.District;
        var gathering = Make(story, unit, past.Kind, past.Title, past.Day, past.From, past.To, venues.TryGetValue(past.Place, out var venue) ? new(venue, null, null) : new(null, past.Place, null));
        Stand(story, gathering, past.Day, past.From, past.To, 2);
        Item(story, gathering, 0, KitSort.Pitch, past.Day.AddDays(-40), "Plats 14").Becomes(KitState.Done);
        Item(story, gathering, 1, KitSort.Tent, past.Day.AddDays(-7), null).Becomes(KitState.Done);
        Item(story, gathering, 2, KitSort.Material, past.Day.AddDays(-7), null).Becomes(KitState.Done);
        if (past.Cost > 0)
            story.Db.Add(new GatheringCost(gathering.Id, "Platshyra", past.Cost));
        Tap(story, gathering, points, past.Talks, past.Leaflets, past.Hands);
        story.On(past.Day, 20, story.Who(Characters.Organiser).Id);
        Report(story, gathering, past.WentWell, past.ToChange, past.Asked, past.Weather);
    }

    private static async Task ThisYear(DemoStory story, List<TalkingPoint> points, CancellationToken cancelled)
    {
        var all = await story.Db.Gatherings.Where(g => g.Starts > OurTime.At(new(2026, 5, 1), new(0, 0))).ToListAsync(cancelled);
        var (spring, square, market, square2) = (all.Find(g => g.Title == "Vårmarknaden på Gammelgården")!, all.Find(g => g.Title == "Torgmöte om bussarna")!, all.Find(g => g.Title == "Forsmarknaden")!, all.Find(g => g.Title == "Torgmöte")!);
        Tap(story, spring, points, 53, 190, 4);
        Tap(story, square, points, 23, 70, 1);
        story.On(new(2026, 5, 23), 20, story.Who(Characters.Organiser).Id);
        story.Db.Add(new GatheringCost(spring.Id, "Platshyra", 950));
        Report(story, spring, "Närmare ingången, precis som vi bestämde.", "Fler blad om bussarna.", "När kommer distriktssköterskan?", "Mulet och vindstilla.");
        story.On(new(2026, 6, 6), 20, story.Who(Characters.Organiser).Id);
        Report(story, square, "De som väntade på bussen hade tid.", null, "Kvällsturer.", null);
        story.On(new(2026, 5, 28), 14, story.Who(Characters.Organiser).Id);
        var pitch = Item(story, market, 0, KitSort.Pitch, new(2026, 5, 20), "Plats 14, vid bron");
        pitch.Becomes(KitState.Done);
        Item(story, market, 1, KitSort.Permit, new(2026, 6, 17), "Sökt hos polisen den 26 maj").Becomes(KitState.AskedFor);
        Item(story, market, 2, KitSort.Contact, new(2026, 6, 20), "Marknadsföreningen, 070-174 06 21").Becomes(KitState.Done);
        Item(story, market, 3, KitSort.Tent, new(2026, 6, 27), null);
        Item(story, market, 4, KitSort.Material, new(2026, 6, 27), null);
        Item(story, square2, 0, KitSort.Permit, new(2026, 6, 15), null);
        Item(story, square2, 1, KitSort.Material, new(2026, 6, 17), null).Becomes(KitState.Done);
    }

    // on the square from ten to four; whoever signs in as the member stands there too
    private static void Today(DemoStory story, Id<Venue> square, List<TalkingPoint> points)
    {
        story.On(new(2026, 6, 1), 14, story.Who(Characters.Organiser).Id);
        var gathering = Make(story, story.District, "street", "Söndag på torget", DemoStory.Today, 8, 16, new(square, "Vid fontänen", null));
        Item(story, gathering, 0, KitSort.Permit, new(2026, 6, 5), "Polisens nummer 5000-K 614").Becomes(KitState.Done);
        Item(story, gathering, 1, KitSort.Material, new(2026, 6, 12), null).Becomes(KitState.Done);
        var own = new TalkingPoint(story.District.Id, gathering.Id, 0);
        own.Write("Torget", "Torget ska vara en plats att vara på också utan att köpa något.", "");
        story.Db.Add(own);
        Stand(story, gathering, DemoStory.Today, 8, 16, 1, story.Who(Characters.PlainMember));
        story.On(DemoStory.Today, 8);
        Tap(story, gathering, [.. points.Take(2), own], 4, 10, 0);
    }

    private static Gathering Make(DemoStory story, Unit unit, string kind, string title, DateOnly day, int from, int to, Whereabouts where)
    {
        var (gathering, now) = (new Gathering(unit.Id, kind, story.Who(Characters.Organiser).Id, story.Clock.GetUtcNow()), story.Clock.GetUtcNow());
        gathering.Describe(title, kind, null, null);
        gathering.IsFor(Audience.Everybody, null, null);
        gathering.Take(new(OurTime.At(day, new(from, 0)), OurTime.At(day, new(to, 0))), where, now);
        gathering.Publish(now);
        story.Db.Add(gathering);
        return gathering;
    }

    private static void Stand(DemoStory story, Gathering gathering, DateOnly day, int from, int to, int need, params Person[] also)
    {
        var shift = new Shift(gathering.Id);
        shift.Describe("Samtal och blad", need + also.Length, null);
        shift.Take(gathering, day, new(from, 0), new(to, 0));
        story.Db.Add(shift);
        foreach (var person in story.Members.Where(m => !m.IsNamed && m.Until is null && !m.Person.IsProtected && m.Since < day).OrderByDescending(m => m.Unit.Id == gathering.UnitId).Take(need).Select(m => m.Person).Concat(also))
        {
            var place = new ShiftPlace(shift.Id, person.Id);
            place.Takes(ride: false, ring: false, story.Clock.GetUtcNow());
            story.Db.Add(place);
        }
    }

    private static KitItem Item(DemoStory story, Gathering gathering, int order, KitSort sort, DateOnly due, string? note)
    {
        var item = new KitItem(gathering.Id, order);
        item.Write(sort, null, note);
        item.IsSeenToBy(order == 0 ? story.Who(Characters.Organiser).Id : null, due);
        story.Db.Add(item);
        return item;
    }

    // spread over the hours; each third talk is of the first topic, and some of several
    private static void Tap(DemoStory story, Gathering gathering, List<TalkingPoint> points, int talks, int leaflets, int hands)
    {
        var (begun, ends) = (gathering.Starts, gathering.Ends < DemoStory.FirstMorning ? gathering.Ends : DemoStory.FirstMorning);
        for (var n = 0; n < talks; n++)
        {
            var at = begun + ((ends - begun) * (n + 1) / (talks + 1));
            Add(TallySort.Conversation, at, 1, null);
            Add(TallySort.Topic, at, 1, points[n % 3 == 0 ? 0 : n % points.Count].Id);
        }
        for (var n = 0; n < leaflets / 10; n++)
            Add(TallySort.Leaflet, begun + ((ends - begun) * (n + 1) / ((leaflets / 10) + 1)), 10, null);
        for (var n = 0; n < hands; n++)
            story.Db.Add(new HandAtStand(gathering.Id, Guid.CreateVersion7(ends), ends));

        void Add(TallySort sort, DateTimeOffset at, int amount, Id<TalkingPoint>? topic)
        {
            var act = new TallyAct(gathering, Guid.CreateVersion7(at), sort, TimeSpan.Zero, at);
            act.Counts(amount);
            if (topic is { } of)
                act.IsOf(of);
            story.Db.Add(act);
        }
    }

    private static void Report(DemoStory story, Gathering gathering, string? wentWell, string? toChange, string? asked, string? weather)
    {
        var form = new StandReportPage.Form { Attended = gathering.Attended, WentWell = wentWell, ToChange = toChange, Asked = asked, Weather = weather };
        form.Tell(gathering, story.Texts, story.Clock.GetUtcNow());
        var report = new StandReport(gathering.Id);
        form.Fill(report);
        story.Db.Add(report);
    }

    private sealed record Past(string Title, string? Unit, string Kind, DateOnly Day, int From, int To, string Place, int Talks, int Leaflets, int Hands, decimal Cost, string? WentWell, string? ToChange, string? Asked, string? Weather);
}
