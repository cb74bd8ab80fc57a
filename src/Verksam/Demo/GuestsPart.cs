using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Messages;

namespace Verksam.Demo;

/// <summary>Neighbours without an account who come to what is open to all, what those who come are asked, and what those who were there thought.</summary>
internal static class GuestsPart
{
    private const string OpenToAll = "Sommarfika vid bryggan", Asks = "Träff för gruppledare och ordförande";

    private static readonly (string Name, string Email, int Companions, string? Needs)[] Neighbours =
    [
        ("Signe Ohlander", "signe.ohlander@example.org", 1, null), ("Tomas Fjällman", "tomas@example.org", 0, null), ("Parisa Heidari", "parisa.heidari@example.org", 3, null),
        ("Rut Bäckvall", "rut.b@example.org", 0, "Jag går med rullator"), ("Kalle Granmyr", "kalle.granmyr@example.org", 1, null),
    ];

    private static readonly string[] Ways = ["Buss", "Bil", "Jag behöver skjuts"], Meals = ["Vegetariskt", "Ingen fisk", "Glutenfritt"];

    private static readonly string[] Otherwise =
    [
        "Börja i tid, bussen hem går halv nio.", "Mer kaffe och kortare inledning.", "Det var svårt att höra längst bak.", "Fint att så många nya fick ordet.", "Skicka ut frågorna i förväg.", "Ha barnpassning nästa gång.",
    ];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        await Invite(story, cancelled);
        await Ask(story, cancelled);
        await Think(story, cancelled);
    }

    private static async Task Invite(DemoStory story, CancellationToken cancelled)
    {
        var coffee = await story.Db.Gatherings.AsNoTracking().SingleAsync(g => g.Title == OpenToAll, cancelled);
        var consent = story.Texts["Open.Consent", story.Units.Find(u => u.Id == coffee.UnitId)!.Name];
        foreach (var (i, (name, email, companions, needs)) in Neighbours.Index())
        {
            story.On(DemoStory.Today.AddDays(-6 + i), 19);
            var own = new SignUp(story.Db.Guests.Add(new Guest(coffee.Id, name, email, consent, story.Clock.GetUtcNow())).Entity);
            own.Asks(new Wish(companions, Needs: needs));
            own.Comes(story.Clock.GetUtcNow());
            story.Db.Add(own);
            await story.Db.SaveChangesAsync(cancelled);
        }
    }

    private static async Task Ask(DemoStory story, CancellationToken cancelled)
    {
        var meeting = await story.Db.Gatherings.AsNoTracking().SingleAsync(g => g.Title == Asks, cancelled);
        story.On(DemoStory.Today.AddDays(-12), 9, story.Who(Characters.Organiser).Id);
        var (way, food) = (new GatheringQuestion(meeting.Id, 0), new GatheringQuestion(meeting.Id, 1));
        way.Write("Hur tar du dig hit?", string.Join('\n', Ways), required: true);
        food.Write("Äter du något särskilt?", null, required: false);
        story.Db.AddRange(way, food);
        foreach (var (i, own) in (await story.Db.SignUps.AsNoTracking().Where(s => s.GatheringId == meeting.Id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(cancelled)).Index())
        {
            Answer(story, own, way, Ways[i * 2 % Ways.Length]);
            if (i % 4 == 1)
                Answer(story, own, food, Meals[i % Meals.Length]);
        }
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static void Answer(DemoStory story, SignUp own, GatheringQuestion question, string text)
    {
        var answer = new GatheringAnswer(own.Id, question.Id);
        answer.Write(text);
        story.Db.Add(answer);
    }

    // one in three of those who were there has answered
    private static async Task Think(DemoStory story, CancellationToken cancelled)
    {
        var held = await story.Db.Gatherings.AsNoTracking().Where(g => g.Attended > 5 && story.Db.Attendances.Any(a => a.GatheringId == g.Id)).OrderBy(g => g.Starts).Select(g => new { g.Id, g.Attended }).ToListAsync(cancelled);
        foreach (var (at, gathering) in held.Index())
        {
            for (var n = 0; n < gathering.Attended / 3; n++)
                story.Db.Add(new Opinion(gathering.Id, 5 - ((at + n) % 7 / 3), n % 3 == 1 ? Otherwise[(at + n / 3) % Otherwise.Length] : null, (at + n) % 5 == 0 ? Again.Maybe : Again.Yes));
        }
        await story.Db.SaveChangesAsync(cancelled);
    }
}
