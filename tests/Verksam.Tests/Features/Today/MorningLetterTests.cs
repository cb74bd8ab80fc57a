using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Today;
using Verksam.Kernel.Outbox;
using Verksam.Tests.Features.Gatherings;
using Verksam.Tests.Features.Gatherings.Shifts;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Today;

/// <summary>The list as a letter at seven, for those who want it.</summary>
public sealed class MorningLetterTests
{
    [Fact]
    public async Task Nobody_gets_it_before_they_have_asked_for_it_and_then_once_a_day()
    {
        await using var app = await AppUnderTest.Start();
        await Stands.At(app, Cast.Alnas, days: 1);
        await app.Run(MorningRound.JobName);
        (await app.Read(db => db.Letters.CountAsync())).ShouldBe(0);

        var page = await (await app.Today(Cast.AssociationChair)).Submit("Skicka den");
        page.Text.ShouldContain("Listan kommer som ett brev klockan sju, från och med i morgon.");
        await app.Run(MorningRound.JobName);
        await app.Run(MorningRound.JobName);
        await app.SendLetters();

        var letter = app.Post.HandedOver.ShouldHaveSingleItem();
        letter.Address.ShouldBe(Cast.AssociationChair.Email);
        letter.Subject.ShouldBe("En sak väntar, och den går inte att skjuta på.");
        letter.Text.ShouldContain("I morgon: En plats är ledig på passen: Bokbord på torget");
        letter.Text.ShouldContain("https://verksam.example/idag#pass-");
    }

    [Fact]
    public async Task When_nothing_waits_it_is_skipped_and_says_so()
    {
        await using var app = await AppUnderTest.Start();
        await (await app.Today(Cast.AssociationChair)).Submit("Skicka den");
        await app.Run(MorningRound.JobName);

        await app.SendLetters();

        app.Post.HandedOver.ShouldBeEmpty();
        var row = await app.Read(db => db.Letters.SingleAsync());
        (row.State, row.Reason).ShouldBe((LetterState.Skipped, "nothing-left"));
    }

    [Fact]
    public async Task What_was_done_before_it_left_is_not_in_it_and_who_has_stopped_it_gets_none()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Alnas, days: 2, published: false);
        var page = await (await app.Today(Cast.AssociationChair)).Submit("Skicka den");
        await app.Run(MorningRound.JobName);

        page = await page.Submit("Sluta skicka");
        await app.SendLetters();

        app.Post.HandedOver.ShouldBeEmpty();
        (await page.Submit("Ångra")).Text.ShouldContain("de dagar då något väntar");
        await app.Run(MorningRound.JobName, days: 1);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Publish(FakeTime.Start));
        await app.SendLetters();
        app.Post.HandedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_holds_nothing_that_its_reader_may_not_see_on_the_day_it_leaves()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Stora, days: 2, published: false);
        await Stands.At(app, Cast.Alnas, days: 1);
        await app.Write(db =>
        {
            db.AddRange(new MorningLetter(Cast.MemberOfAlnas.Id, FakeTime.Start), new MorningLetter(Cast.FormerChair.Id, FakeTime.Start), new MorningLetter(Cast.AssociationChair.Id, FakeTime.Start));
            return Task.CompletedTask;
        });
        await app.Run(MorningRound.JobName);

        await app.SendLetters();

        var letter = app.Post.HandedOver.ShouldHaveSingleItem();
        letter.Address.ShouldBe(Cast.AssociationChair.Email);
        letter.Text.ShouldNotContain("Samtal om skolan");
    }
}
