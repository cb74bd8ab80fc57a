using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>Who comes to what is soon to be: many to the large ones, and to the fair more than there are seats.</summary>
internal static class SignUpsPart
{
    // title; seats, or 0 for as many as want to; how many have signed up
    private static readonly (string Title, int Seats, int People)[] Coming =
    [
        ("Söndagsfika", 0, 18), ("Introduktionskväll för nya", 0, 14), ("Valupptakt", 0, 37), ("Vem har råd med tänderna?", 90, 34), ("Träff för gruppledare och ordförande", 20, 17),
        ("Torgmöte", 0, 5), ("Pridetåget", 0, 21), ("Älvmässan", 6, 8),
    ];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var titles = Coming.Select(c => c.Title).ToList();
        var gatherings = await story.Db.Gatherings.Where(g => titles.Contains(g.Title)).ToListAsync(cancelled);
        foreach (var (title, seats, people) in Coming)
            Fill(story, gatherings.Find(g => g.Title == title)!, seats, people);
        await story.Db.SaveChangesAsync(cancelled);
    }

    // by the rule of Seating: the first have the seats, the others wait in their order
    private static void Fill(DemoStory story, Gathering gathering, int seats, int people)
    {
        gathering.HasRoomFor(seats == 0 ? null : seats);
        var (begun, free) = (gathering.Ends < DemoStory.FirstMorning ? OurTime.DayOf(gathering.Starts).AddDays(-20) : DemoStory.Today.AddDays(-12), seats == 0 ? int.MaxValue : seats);
        foreach (var (i, person) in Some(story, gathering.Title.Length).Take(people).Index())
        {
            story.On(begun.AddDays(i / 4), 9 + (i % 9), person.Id);
            var own = new SignUp(gathering.Id, person.Id);
            own.Asks(new Wish(Companions: i % 11 == 3 ? 1 : 0, Needs: i == 4 ? "Plats för rullstol" : null));
            if (own.Seats <= free)
                own.Comes(story.Clock.GetUtcNow());
            else
                own.Waits(story.Clock.GetUtcNow());
            free -= own.Holds ? own.Seats : 0;
            story.Db.Add(own);
        }
    }

    // others for each; whoever one may sign in as has not answered yet
    private static IEnumerable<Person> Some(DemoStory story, int from) =>
        story.Members.Where(m => !m.IsNamed && m.Until is null).Select(m => m.Person).Where(p => !p.IsProtected).Where((_, i) => i % 3 == from % 3);
}
