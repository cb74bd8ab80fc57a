using Verksam.Features.People.Belonging;

namespace Verksam.Demo;

/// <summary>Fees of three years. In the last, most have paid by spring; some have not, and those who joined in May wait for their vote.</summary>
internal static class FeesPart
{
    private static readonly MembershipRule Rule = new() { Year = FeeYear.Calendar, GraceDays = 90, WaitDays = 30, Source = "Stadgarna § 3" };

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(new(2025, 1, 7), 10);
        await MembershipSettings.Put(story.Db, Rule);
        await story.Db.SaveChangesAsync(cancelled);
        var dice = new Dice(3);
        var paid = story.Members.SelectMany(m => Years(m, dice)).ToList();
        await story.Keep(paid, p => p.PaidOn!.Value, p => p, 16, cancelled);
    }

    private static IEnumerable<PaidPeriod> Years(Member member, Dice dice)
    {
        DateOnly? last = null;
        for (var year = Math.Max(2024, member.Since.Year); year <= DemoStory.Today.Year; year++)
        {
            var first = member.Since.Year == year ? member.Since : new DateOnly(year, 1, 10);
            var on = first.AddDays(dice.Below(member.Since.Year == year ? 6 : 75));
            var unpaid = member.Until < on || (!member.IsNamed && year == DemoStory.Today.Year && dice.OneIn(6));
            if (unpaid || on > DemoStory.Today.AddDays(-3))
                continue;
            var (from, to, valid) = Rule.Covers(on, last);
            yield return new PaidPeriod(member.Person.Id, from, to, on, valid);
            last = to;
        }
    }
}
