using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Features.People.Offers;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>Who stands when: the market of spring was full, that of July lacks some, for one of its shifts people are asked in turn, and the autumn has hardly begun.</summary>
internal static class ShiftsPart
{
    // title; from, to, what, how many are needed, how many there are
    private static readonly (string Title, (int From, int To, string What, int Need, int Stand)[] Shifts)[] Rotas =
    [
        ("Vårmarknaden på Gammelgården", [(7, 9, "Bygga och duka", 2, 2), (9, 12, "Bokbord och samtal", 3, 3), (12, 15, "Bokbord och samtal", 3, 3), (15, 17, "Packa ihop", 2, 2)]),
        ("Forsmarknaden", [(7, 9, "Bygga och duka", 3, 3), (9, 11, "Bokbord och samtal", 3, 3), (11, 14, "Bokbord och samtal", 3, 1), (14, 16, "Bokbord och samtal", 3, 2), (16, 18, "Packa ihop", 2, 1)]),
        ("Valstugan öppnar", [(10, 14, "Stå i valstugan", 2, 2), (14, 18, "Stå i valstugan", 2, 1)]),
        ("Älvmässan", [(8, 10, "Bygga och duka", 2, 1), (10, 14, "Bokbord och samtal", 3, 2), (14, 17, "Bokbord och samtal", 3, 0)]),
    ];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var titles = Rotas.Select(r => r.Title).ToList();
        var gatherings = await story.Db.Gatherings.Where(g => titles.Contains(g.Title)).ToListAsync(cancelled);
        var talk = await story.Db.Skills.Where(s => s.LeadsTo == "pass").OrderBy(s => s.Order).Select(s => s.Id).FirstAsync(cancelled);
        foreach (var (title, shifts) in Rotas)
            Fill(story, gatherings.Find(g => g.Title == title)!, shifts, talk);
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static void Fill(DemoStory story, Gathering gathering, (int From, int To, string What, int Need, int Stand)[] shifts, Id<Skill> talk)
    {
        var (day, people) = (OurTime.DayOf(gathering.Starts), new Queue<Person>(Some(story, gathering)));
        foreach (var (from, to, what, need, stand) in shifts)
        {
            story.On(day.AddDays(-30) < DemoStory.Today ? day.AddDays(-30) : DemoStory.Today.AddDays(-2), 15, story.Who(Characters.Organiser).Id);
            var shift = new Shift(gathering.Id);
            shift.Describe(what, need, what.Contains("samtal", StringComparison.Ordinal) ? talk : null);
            shift.Take(gathering, day, new TimeOnly(from, 0), new TimeOnly(to, 0));
            story.Db.Add(shift);
            for (var n = 0; n < stand; n++)
                Stand(story, shift, people.Dequeue(), n);
            if (gathering.Title == "Forsmarknaden" && from == 14)
                Ask(story, gathering, shift, [story.Who(Characters.PlainMember), people.Dequeue(), people.Dequeue()]);
        }
    }

    private static void Stand(DemoStory story, Shift shift, Person person, int number)
    {
        var place = new ShiftPlace(shift.Id, person.Id);
        place.Takes(ride: number == 1, ring: number == 0, story.Clock.GetUtcNow());
        story.Db.Add(place);
    }

    // the member whom one may sign in as has the question this morning
    private static void Ask(DemoStory story, Gathering gathering, Shift shift, List<Person> line)
    {
        story.On(DemoStory.Today, 8, story.Who(Characters.Organiser).Id);
        var now = story.Clock.GetUtcNow();
        shift.Asks(true);
        foreach (var (i, person) in line.Index())
        {
            var place = new ShiftPlace(shift.Id, person.Id);
            place.Waits(i + 1, now);
            if (i == 0)
            {
                place.IsAsked(Asking.Deadline(shift.Starts(gathering.Starts), now), now);
                story.Db.Jobs.Add(new Job(AskJob.JobName, shift.Id.Value, place.Until!.Value));
            }
            story.Db.Add(place);
        }
    }

    // those near first; whoever one may sign in as has not taken any
    private static IEnumerable<Person> Some(DemoStory story, Gathering gathering) => story.Members
        .Where(m => !m.IsNamed && m.Until is null && !m.Person.IsProtected && !m.Person.DoNotCall && m.Person.Phone is not null)
        .OrderByDescending(m => m.Unit.Id == gathering.UnitId).ThenBy(m => (m.Since.DayNumber * 7 + gathering.Title.Length) % 97).Select(m => m.Person);
}
