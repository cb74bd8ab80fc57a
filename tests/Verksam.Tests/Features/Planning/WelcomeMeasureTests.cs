using Shouldly;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Welcome;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Measures.Register;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Tests.Features.People.Welcome;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>How many of those who are new were contacted and invited in time.</summary>
public sealed class WelcomeMeasureTests
{
    private static readonly DateOnly Joined = new(2026, 2, 2), January = new(2026, 1, 1);

    [Fact]
    public async Task Who_was_reached_in_time_counts_for_and_who_was_not_against_when_the_time_is_up()
    {
        await using var app = await AppUnderTest.Start();
        await Told(app, "I Tid", CallOutcome.Reached, Joined.AddDays(7), invited: true);
        await Told(app, "För Sent", CallOutcome.Reached, Joined.AddDays(8), invited: true);
        await Told(app, "Svarade Inte", CallOutcome.NoAnswer, Joined.AddDays(1), invited: false);
        await Told(app, "Ville Inte", CallOutcome.DoesNotWant, Joined.AddDays(1), invited: false);

        (await Of(app, welcomed: true, Joined.AddDays(6))).ShouldBe(new Figure(1, 1)); // the time of the others is not up
        (await Of(app, welcomed: true, Joined.AddDays(7))).ShouldBe(new Figure(2, 4));
        (await Of(app, welcomed: true, Joined.AddDays(30))).ShouldBe(new Figure(2, 4));
        (await Of(app, welcomed: false, Joined.AddDays(30))).ShouldBe(new Figure(1, 4));
    }

    [Fact]
    public async Task Who_was_nobody_new_or_left_first_is_not_counted_nor_who_joined_another_year()
    {
        await using var app = await AppUnderTest.Start();
        await Told(app, "Inte Ny", CallOutcome.NoAnswer, Joined, invited: false, end: WelcomeEnd.NotNew);
        await Told(app, "Slutade Först", CallOutcome.NoAnswer, Joined, invited: false, end: WelcomeEnd.Left);

        (await Of(app, welcomed: true, Joined.AddDays(30))).ShouldBeNull();
        (await app.Read(db => new ContactedMeasure(db, new Texts()).ByUnit(db.Units.Select(u => u.Id), new(2025, 1, 1), new(2025, 12, 31), default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_behind_are_for_those_who_may_see_people()
    {
        await using var app = await AppUnderTest.Start();
        await Told(app, "Ronja Kallbäck", CallOutcome.Reached, Joined.AddDays(2), invited: true);

        (await (await app.As(Cast.Ombudsman)).Open("/matt/kontaktade-i-tid")).Text.ShouldContain("Ronja Kallbäck");
        (await (await app.As(Cast.MemberOfAlnas)).Open("/matt/kontaktade-i-tid")).Text.ShouldNotContain("Ronja");
        (await (await app.As(Cast.Ombudsman)).Open("/matt/inbjudna-i-tid")).Text.ShouldContain("100 %");
    }

    private static async Task Told(AppUnderTest app, string name, CallOutcome outcome, DateOnly on, bool invited, WelcomeEnd? end = null)
    {
        var person = await Newcomers.Join(app, since: Joined, name: name);
        await app.Write(async db =>
        {
            var relation = await db.Relations.SingleAsync(r => r.PersonId == person);
            var (one, at) = (WelcomeCase.Joined(relation, Joined, 7), new DateTimeOffset(on, new TimeOnly(17, 0), TimeSpan.FromHours(1)));
            one.Tell(outcome, Cast.AssociationChair.Id, null, at, out var made);
            if (end is { } known)
                one.Close(known, on);
            db.AddRange(one, made!);
            if (invited)
                db.Add(new WelcomeInvitation(one, new Invite("Fika", "på söndag", "Folkets hus"), Cast.AssociationChair.Id, at));
        });
    }

    private static async Task<Figure?> Of(AppUnderTest app, bool welcomed, DateOnly to)
    {
        IReadOnlyDictionary<Id<Verksam.Features.Structure.Unit>, Figure> found = await app.Read(db =>
            (welcomed ? (IMeasure)new ContactedMeasure(db, new Texts()) : new InvitedMeasure(db, new Texts())).ByUnit(db.Units.Select(u => u.Id), January, to, default));
        return found.GetValueOrDefault(Cast.Alnas.Id);
    }
}
