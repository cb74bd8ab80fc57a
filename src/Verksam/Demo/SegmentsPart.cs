using Verksam.Features.People;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Demo;

/// <summary>The questions about who that the organiser asks again and again, and one of an association's own.</summary>
internal static class SegmentsPart
{
    private static readonly DateOnly Began = new(2026, 4, 20);

    private const string Organisers = "nya:1.alla(blev:Member,2026-01-01,2026-12-31;ar:Member)|medlemmar:1.alla(ar:Member;telefon;!ring-inte)|brev:1.alla(ar:Member;!epost)|obetalda:1.alla(ar:Member;!betalt:idag;nagon(epost;telefon))",
        Youngest = "unga:1.alla(ar:Member;nagon(alder:16,30;medlem-hogst:1))";

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var organiser = story.Who(Characters.Organiser).Id;
        story.On(Began, 15, organiser);
        story.Db.AddRange(Organisers.Split('|').Select(s => Saved(story, story.District, organiser, s)));
        story.Db.Add(Saved(story, story.Units[1], organiser, Youngest));
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static Segment Saved(DemoStory story, Unit unit, Id<Person> by, string said) =>
        new(unit.Id, by, story.Texts[$"Segments.Demo.{said[..said.IndexOf(':', StringComparison.Ordinal)]}"], SegmentText.Read(said[(said.IndexOf(':', StringComparison.Ordinal) + 1)..]));
}
