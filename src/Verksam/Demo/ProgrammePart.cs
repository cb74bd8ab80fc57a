using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Helping;
using Verksam.Features.Gatherings.Programme;

namespace Verksam.Demo;

/// <summary>Who sits in the panel of the autumn, what to read before it, and what an association has asked the district for.</summary>
internal static class ProgrammePart
{
    private const string Panel = "Vem har råd med tänderna?", Fair = "Älvmässan";

    private static readonly (string Name, string About)[] Contributors =
        [("Margareta Sjöhag", "Tandläkare i 26 år"), ("Tore Fjällström", "Pensionär, samlade 1 900 namn för kliniken"), ("Anders Rödin", "Regionråd"), ("Nadja Hed", "Leder samtalet")];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(DemoStory.Today.AddDays(-9), 10, story.Who(Characters.Organiser).Id);
        var panel = await story.Db.Gatherings.SingleAsync(g => g.Title == Panel, cancelled);
        panel.Receives("Studieförbundet i Norrlid", fee: 0, doors: 30);
        foreach (var (i, (name, about)) in Contributors.Index())
            story.Db.Add(new Contributor(panel.Id)).Entity.Write(i, name, about);
        story.Db.Add(new Reading(panel.Id)).Entity.Write(0, "Vad tandvården kostar, i siffror", "https://www.example.org/tandvard-i-siffror");
        await story.Db.SaveChangesAsync(cancelled);
        await Help(story, cancelled);
    }

    private static async Task Help(DemoStory story, CancellationToken cancelled)
    {
        var fair = await story.Db.Gatherings.OrderByDescending(g => g.Starts).FirstAsync(g => g.Title == Fair, cancelled); // it comes every year
        var by = story.Board(story.Unit("Storälven"))[0].Id;
        story.On(DemoStory.Today.AddDays(-5), 18, by);
        var tent = Ask(HelpSort.Material, "Rollup och 300 foldrar");
        var money = Ask(HelpSort.Money, "Halva platshyran, 900 kronor");
        await story.Db.SaveChangesAsync(cancelled);
        story.On(DemoStory.Today.AddDays(-4), 10, story.Who(Characters.Organiser).Id);
        tent.Says(yes: true, "Ligger på expeditionen, jag tar med dem till mässan.", story.Who(Characters.Organiser).Id, story.Clock.GetUtcNow());
        money.Says(yes: false, "Budgeten för platshyror är slut. Fråga valkretsen.", story.Who(Characters.Organiser).Id, story.Clock.GetUtcNow());
        await story.Db.SaveChangesAsync(cancelled);

        HelpRequest Ask(HelpSort sort, string what)
        {
            var asked = new HelpRequest(fair.Id, story.District.Id, by, story.Clock.GetUtcNow());
            asked.Write(sort, what);
            return story.Db.Add(asked).Entity;
        }
    }
}
