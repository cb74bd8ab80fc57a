using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Replanning;
using Verksam.Features.Planning.Sharing;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Demo;

/// <summary>How this year's plan has changed since it was adopted: shared out, replanned, struck; with what is linked and noted.</summary>
internal static class ChangesPart
{
    private static readonly (string Unit, DateOnly? Day, int Count, string Text)[] Evenings =
    [
        ("Alnäs", new(2026, 5, 6), 2, "Två kvällar, senast om bussen till skolan. Elva kom."),
        ("Brännsjö", new(2026, 4, 15), 1, "Om skogen. Nästa är i september."),
        ("Fjällåker", null, 0, ""),
        ("Granviken", new(2026, 4, 27), 1, "Tillsammans med öppna huset."),
        ("Holmforsen", new(2026, 5, 19), 1, "Om strömmen och dem som bor vid den."),
        ("Kvarnheden", null, 0, ""),
        ("Norrlid", new(2026, 6, 2), 3, "Tre hållna, en mer än vi lovade. Vi fortsätter i augusti."),
        ("Storälven", new(2026, 5, 27), 1, "En hållen, en flyttad till hösten."),
    ];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var version = await story.Db.PlanVersions.SingleAsync(v => story.Db.Plans.Any(p => p.Id == v.PlanId && p.Year == 2026 && p.UnitId == story.District.Id), cancelled);
        var carried = await story.Db.Commitments.Include(c => c.Passages).Where(c => c.PlanId == version.PlanId && c.Chapter != null).ToListAsync(cancelled);
        Commitment That(string opening) => carried.Single(c => c.WordsIn(version).StartsWith(opening, StringComparison.Ordinal));

        await ShareOut(story, That("Föreningarna ska tillsammans hålla minst 16"), cancelled);
        await Replan(story, That("Distriktet ska ta fram två egna flygblad"), cancelled);
        await Strike(story, That("Hälften av dem bör hållas utanför Norrlid"), cancelled);
        await LinkAndNote(story, That("Valstugan på Stortorget"), cancelled);
    }

    private static async Task ShareOut(DemoStory story, Commitment evenings, CancellationToken cancelled)
    {
        story.On(new(2026, 3, 22), 11, story.Who(Characters.Organiser).Id);
        var parts = Evenings.Select(e => (Told: e, Part: new Part(evenings.Id, story.Unit(e.Unit).Id, story.Clock.GetUtcNow()))).ToList();
        foreach (var (told, part) in parts)
            part.Ask(2, ChairOf(story, story.Unit(told.Unit)));
        story.Db.AddRange(parts.Select(p => p.Part));
        await story.Db.SaveChangesAsync(cancelled);
        foreach (var (told, part) in parts.Where(p => p.Told.Day is not null).OrderBy(p => p.Told.Day))
        {
            story.On(told.Day!.Value, 21, part.OwnerId);
            part.Tell(part.OwnerId ?? story.Who(Characters.Organiser).Id, told.Text, told.Count, null, null, story.Clock.GetUtcNow(), out var report);
            story.Db.Reports.Add(report!);
            await story.Db.SaveChangesAsync(cancelled);
        }
    }

    private static Task Replan(DemoStory story, Commitment leaflets, CancellationToken cancelled)
    {
        var by = story.Who(Characters.Organiser).Id;
        story.On(new(2026, 5, 21), 9, by);
        var later = leaflets.Reading with { DueWords = "senast den 1 juli", DueFrom = null, DueTo = new DateOnly(2026, 7, 1) };
        leaflets.Change(later, new Decision("Regionens nya turlista kommer först till midsommar. Ett blad om bussar med gamla tider gör ingen glad.", "Distriktsstyrelsen § 41", new(2026, 5, 20)),
            by, story.Clock.GetUtcNow(), out var replan);
        story.Db.Replans.Add(replan!);
        return story.Db.SaveChangesAsync(cancelled);
    }

    private static Task Strike(DemoStory story, Commitment half, CancellationToken cancelled)
    {
        var by = story.Who(Characters.Organiser).Id;
        story.On(new(2026, 5, 21), 10, by);
        half.DropFromPlan(new Decision("Lokalen i Norrlid är den enda som går att följa på skärm. Resorna betalar vi i stället.", "Distriktsstyrelsen § 42", new(2026, 5, 20)),
            by, story.Clock.GetUtcNow(), out var replan);
        story.Db.Replans.Add(replan!);
        return story.Db.SaveChangesAsync(cancelled);
    }

    private static Task LinkAndNote(DemoStory story, Commitment cabin, CancellationToken cancelled)
    {
        var by = cabin.OwnerId ?? story.Who(Characters.Organiser).Id;
        story.On(new(2026, 6, 8), 14, by);
        foreach (var (title, address, day) in new (string, string?, DateOnly?)[]
        {
            ("Tillstånd för Stortorget", "https://norrlid.example/tillstand/torget", null),
            ("Valstugan ställs upp", null, new(2026, 8, 16)),
        })
        {
            LinkedThing.To(cabin, title, address, day, by, story.Clock.GetUtcNow(), out var thing);
            story.Db.LinkedThings.Add(thing!);
        }
        cabin.Write("Nyckeln till elskåpet finns hos kommunens vaktmästare, vardagar 7–16.\nFråga Kvarnheden om de kan ta torsdagarna.");
        return story.Db.SaveChangesAsync(cancelled);
    }

    private static Id<Person>? ChairOf(DemoStory story, Unit unit) =>
        story.Assignments.FirstOrDefault(a => a.UnitId == unit.Id && a.RoleId == story.Role(StandardRoles.Chair).Id && a.HoldsOn(DemoStory.Today))?.PersonId;
}
