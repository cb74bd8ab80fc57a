using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.Structure;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>The days just ahead: something near for a member to come to and help with, and enough that waits for whoever organises.</summary>
internal static class TodayPart
{
    private static readonly DateOnly Leaflets = new(2026, 6, 15), Coffee = new(2026, 6, 21), Planning = new(2026, 6, 18);

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(DemoStory.Today.AddDays(-11), 14, story.Who(Characters.Organiser).Id);
        var leaflets = Make(story, story.District, "street", "Flygblad vid busstationen", "Vi delar ut foldern om sommarbussarna när kvällsbussarna går.", (Leaflets, 16, 18), "Busstationen i Norrlid", Audience.Members);
        var coffee = Make(story, story.Unit("Granviken"), "celebration", "Sommarfika vid bryggan", "Kaffe, bullar och en halvtimme om höstens val. Grannar är välkomna.", (Coffee, 14, 16), "Badbryggan i Granviken", Audience.Everybody);
        var meeting = Make(story, story.District, "meeting", "Valledningen lägger upp sommaren", "Vem gör vad till och med förtidsröstningen.", (Planning, 18, 20), "Expeditionen", Audience.Members);
        Shifts(story, leaflets, Leaflets, (16, 18, "Dela ut flygblad", 4));
        Shifts(story, coffee, Coffee, (13, 14, "Duka och koka kaffe", 2), (14, 16, "Ta emot dem som kommer", 2));
        Invite(story, meeting);
        story.Db.Add(Evening(story));
        await story.Db.SaveChangesAsync(cancelled);
        story.On(DemoStory.Today, 8, story.Who(Characters.Organiser).Id); // the first thing this morning
        Bring(story, coffee, "Två långpannor bullar", "Saft och muggar");
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static Gathering Make(DemoStory story, Unit unit, string kind, string title, string lead, (DateOnly Day, int From, int To) when, string spot, Audience audience)
    {
        var now = story.Clock.GetUtcNow();
        var gathering = new Gathering(unit.Id, kind, story.Who(Characters.Organiser).Id, now);
        gathering.Describe(title, kind, lead, null);
        gathering.IsFor(audience, null, null);
        gathering.Take(new(OurTime.At(when.Day, new TimeOnly(when.From, 0)), OurTime.At(when.Day, new TimeOnly(when.To, 0))), new(null, spot, null), now);
        gathering.Publish(now);
        story.Db.Add(gathering);
        return gathering;
    }

    private static void Shifts(DemoStory story, Gathering gathering, DateOnly day, params (int From, int To, string What, int Need)[] rows)
    {
        foreach (var (from, to, what, need) in rows)
        {
            var shift = new Shift(gathering.Id);
            shift.Describe(what, need, null);
            shift.Take(gathering, day, new TimeOnly(from, 0), new TimeOnly(to, 0));
            story.Db.Add(shift);
        }
    }

    private static void Bring(DemoStory story, Gathering gathering, params string[] things)
    {
        foreach (var (i, what) in things.Index())
        {
            var item = new BringItem(gathering.Id, i);
            item.Write(what, null);
            story.Db.Add(item);
        }
    }

    // who may be signed in as has answered; four others have not
    private static void Invite(DemoStory story, Gathering meeting)
    {
        var now = story.Clock.GetUtcNow();
        foreach (var person in story.Members.Where(m => m is { IsNamed: false, Until: null, Person: { IsProtected: false, DoNotCall: false, Email: not null } }).Skip(40).Take(4).Select(m => m.Person))
            story.Db.Add(new GatheringInvitation(meeting.Id, person.Id, story.Who(Characters.Organiser).Id, now));
    }

    // an evening of calls that nobody has said yes to yet
    private static CallList Evening(DemoStory story)
    {
        var list = new CallList(story.District.Id);
        list.Describe("Ringkväll om valstugan", "Vi frågar vem som kan stå ett pass i valstugan i augusti.", "Hej [namn], det är [jag] från [vi].\nValstugan öppnar den 17 augusti.\nKan du stå ett pass?");
        list.Choose(RelationKind.Member, below: true);
        list.Lasts(DemoStory.Today.AddDays(2), DemoStory.Today.AddDays(10));
        list.Open();
        return list;
    }
}
