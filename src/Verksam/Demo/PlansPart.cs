using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Import;
using Verksam.Features.Planning.Versions;
using Verksam.Features.Planning.Living;
using Verksam.Features.Planning.Review;
using Verksam.Kernel;
using Verksam.PlanReading;

namespace Verksam.Demo;

/// <summary>The district's plans of last year and this year, brought in, reviewed, proposed and adopted as a person would have.</summary>
internal static class PlansPart
{
    private static readonly PlanStory LastYear = new(2025,
        BroughtIn: new(2025, 1, 15), Reviewed: new(2025, 1, 16), Conference: new(2025, 3, 15),
        "Distriktsårskonferensen i Storälven", "§ 15");

    private static readonly PlanStory ThisYear = new(2026,
        BroughtIn: new(2026, 1, 21), Reviewed: new(2026, 1, 22), Conference: new(2026, 3, 14),
        "Distriktsårskonferensen i Norrlid", "§ 17");

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        await Tell(story, LastYear, cancelled);
        await Tell(story, ThisYear, cancelled);
    }

    private static async Task Tell(DemoStory story, PlanStory told, CancellationToken cancelled)
    {
        var organiser = story.Who(Characters.Organiser).Id;
        story.On(told.BroughtIn, 15, organiser);
        var read = PlanReader.ReadText(await DemoText.Of($"plan-{told.Year}", cancelled), told.Year);
        var (version, refusal) = await new BringIn(story.Db, new NextVersion(story.Db, story.Clock))
            .Draft(story.District.Id, told.Year, read, $"verksamhetsplan-{told.Year}.txt", null);
        Refused(refusal);
        story.On(told.Reviewed, 9, organiser);
        var accepted = Review(story, version!, told.Year, organiser);
        Refused(version!.Propose(0, accepted.Count, 0, story.Clock.GetUtcNow()));
        await story.Db.SaveChangesAsync(cancelled);
        story.On(told.Conference, 16, organiser);
        Refused(version.Adopt(told.Meeting, told.Conference, told.Minutes, told.Conference));
        var plan = await story.Db.Plans.SingleAsync(p => p.Id == version.PlanId, cancelled);
        Numbering.Give(plan, version, accepted);
        await story.Db.SaveChangesAsync(cancelled);
    }

    /// <summary>
    /// What a person says of what was found: yes to what is sure, yes to a doubtful one that binds, no to the rest;
    /// puts right what was misread, and adds what was missed.
    /// </summary>
    private static List<Commitment> Review(DemoStory story, PlanVersion version, int year, Id<Person> by)
    {
        var all = story.Db.Commitments.Local.Where(c => c.PlanId == version.PlanId).ToList();
        var review = new Reviewing(version, year, all, by, story.Clock.GetUtcNow());
        var (document, sentences) = (version.Document, PlanReader.SentencesOf(version.Document));
        foreach (var commitment in review.Shown)
        {
            if (commitment is { IsDoubtful: true, Reading.Modality: Modality.Intends })
                review.Drop(commitment);
            else
                review.Accept(commitment, Corrections.Of(commitment.Reading, year, commitment.RangesIn(version.Id)[0].In(document.Text)));
        }
        foreach (var sentence in sentences.Where(s => Corrections.IsMissed(s.In(document.Text))))
            review.Add(sentence); // says no when the reader has it
        story.Db.AddRange(review.Created);
        return all.FindAll(c => c.Review == ReviewState.Accepted);
    }

    private static void Refused(Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException($"The demo's plan was refused: {refusal.Code}");
    }

    private sealed record PlanStory(int Year, DateOnly BroughtIn, DateOnly Reviewed, DateOnly Conference, string Meeting, string Minutes);
}
