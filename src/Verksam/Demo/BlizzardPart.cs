using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.People;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>A meeting that a blizzard moved a week: those concerned were told, and it was held.</summary>
internal static class BlizzardPart
{
    private static readonly DateOnly Meant = new(2026, 3, 5);
    private static readonly string[] Things = ["Nyckel och ved", "Fika"];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var (organiser, board) = (story.Who(Characters.Organiser).Id, story.Board(story.Unit("Fjällåker")));
        story.On(new(2026, 2, 11), 14, organiser);
        var meeting = Meeting(story, board);
        await story.Db.SaveChangesAsync(cancelled);
        story.On(Meant.AddDays(-1), 15, organiser);
        Move(story, meeting, board);
        await story.Db.SaveChangesAsync(cancelled);
        story.On(Meant.AddDays(8), 9, organiser);
        foreach (var item in story.Db.BringItems.Local)
            item.Tick(true);
        meeting.Tell("Tolv kom, fast vägen nyss var plogad. Vi tar torget i Fjällåker i juli och lånar tältet av Storälven.", 12, story.Clock.GetUtcNow());
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static Gathering Meeting(DemoStory story, IReadOnlyList<Person> board)
    {
        var now = story.Clock.GetUtcNow();
        var meeting = new Gathering(story.Unit("Fjällåker").Id, "meeting", board[0].Id, now);
        meeting.Describe("Medlemsmöte om sommaren", "meeting", "Var ska vi synas i sommar, och vem kan stå när?", null);
        meeting.IsFor(Audience.Members, null, null);
        meeting.Take(new(OurTime.At(Meant, new TimeOnly(18, 0)), OurTime.At(Meant, new TimeOnly(20, 0))), new(null, "Bystugan i Fjällåker", null), now);
        meeting.Publish(now);
        story.Db.Add(meeting);
        foreach (var (i, (what, by)) in Things.Zip(board.Skip(1)).Index())
        {
            var item = new BringItem(meeting.Id, i);
            item.Write(what, null);
            item.IsBroughtBy(by.Id);
            story.Db.Add(item);
        }
        return meeting;
    }

    private static void Move(DemoStory story, Gathering meeting, IReadOnlyList<Person> told)
    {
        var now = story.Clock.GetUtcNow();
        var asked = new Rearrangement(RearrangeKind.Move, Guid.CreateVersion7(now), story.Who(Characters.Organiser).Id, now);
        asked.Moves(7, null, null);
        asked.Says("Det varnas för snöstorm på torsdag, och bussen över Kvarnheden är inställd. Vi ses en vecka senare i stället.");
        var row = new RearrangedGathering(asked.Id, meeting);
        RearrangeJob.Change(asked, meeting, now);
        row.Is(RearrangedState.Done, row.Seen + 1);
        asked.Done(now);
        story.Db.AddRange(asked, row);
        foreach (var person in told.Where(p => p.Email is not null))
        {
            var letter = RearrangedLetter.Write(asked.Id, person.Id.Value, now);
            letter.Sent(letter.DueAt);
            story.Db.Add(letter);
        }
    }
}
