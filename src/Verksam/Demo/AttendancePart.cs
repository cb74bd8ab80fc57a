using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Door;
using Verksam.Features.People;
using Verksam.Features.People.Welcome;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>Who was at the indoor gatherings of the year, ticked at the door: most are known, some walked by. And who is expected at the coffee of today.</summary>
internal static class AttendancePart
{
    public const string Today = "Söndagsfika";

    private const int News = 4;

    private static readonly string[] WithADoor = ["discussion", "meeting", "lecture", "regional"];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var held = await story.Db.Gatherings.AsNoTracking().Where(g => WithADoor.Contains(g.Kind) && g.Attended > 0).OrderBy(g => g.Starts).ToListAsync(cancelled);
        var coming = (await story.Db.SignUps.AsNoTracking().Where(s => s.State == SignUpState.Coming).ToListAsync(cancelled)).ToLookup(s => s.GatheringId);
        foreach (var gathering in held)
        {
            story.On(OurTime.DayOf(gathering.Starts), OurTime.Here(gathering.Starts).Hour, story.Who(Characters.Organiser).Id);
            story.Db.AddRange(There(story, gathering, [.. coming[gathering.Id]]));
            await story.Db.SaveChangesAsync(cancelled);
        }
        await Expect(story, cancelled);
    }

    // those who had signed up but for two, then some of the unit, and the rest nobody knows
    private static IEnumerable<Attendance> There(DemoStory story, Gathering gathering, IReadOnlyList<SignUp> coming)
    {
        var (left, now) = (gathering.Attended!.Value, story.Clock.GetUtcNow());
        foreach (var own in coming.Take(Math.Min(coming.Count - 2, left)))
        {
            yield return Here(Attendance.Of(own), 1, now);
            left--;
        }
        foreach (var person in Near(story, gathering).Where(p => coming.All(s => s.PersonId != p.Id)).Take(left * 3 / 4))
        {
            yield return Here(Attendance.Of(gathering.Id, person.Id), 1, now);
            left--;
        }
        for (; left > 0; left--)
            yield return Here(Attendance.WalkedBy(gathering.Id, null), 1, now);
    }

    private static Attendance Here(Attendance row, int people, DateTimeOffset now)
    {
        row.Hear(new DoorAct(Id<Attendance>.New().Value, now, true, people), now);
        return row;
    }

    private static IEnumerable<Person> Near(DemoStory story, Gathering gathering) => story.Members
        .Where(m => !m.IsNamed && m.Until is null && !m.Person.IsProtected && m.Since < OurTime.DayOf(gathering.Starts))
        .OrderByDescending(m => m.Unit.Id == gathering.UnitId).ThenBy(m => (m.Since.DayNumber * 11 + gathering.Title.Length) % 89).Select(m => m.Person);

    // some who have joined lately come to the coffee, beside those who have signed up already
    private static async Task Expect(DemoStory story, CancellationToken cancelled)
    {
        var coffee = await story.Db.Gatherings.AsNoTracking().SingleAsync(g => g.Title == Today, cancelled);
        var known = await story.Db.SignUps.Where(s => s.GatheringId == coffee.Id).Select(s => s.PersonId).ToListAsync(cancelled);
        foreach (var member in story.Members.Where(m => !m.IsNamed && m.Until is null && !m.Person.IsProtected && !known.Contains(m.Person.Id)).OrderByDescending(m => m.Since).Where(m => m.Since >= DemoStory.Today.AddDays(-NewOnes.WindowDays)).Take(News))
        {
            story.On(DemoStory.Today.AddDays(-3), 18, member.Person.Id);
            var own = new SignUp(coffee.Id, member.Person.Id);
            own.Asks(new Wish());
            own.Comes(story.Clock.GetUtcNow());
            story.Db.Add(own);
        }
        await story.Db.SaveChangesAsync(cancelled);
    }
}
