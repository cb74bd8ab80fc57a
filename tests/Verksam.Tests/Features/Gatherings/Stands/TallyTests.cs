using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Stands;

/// <summary>What is tapped out there is summed, each tap once, whoever's phone it comes from and whenever it comes.</summary>
public sealed class TallyTests
{
    [Fact]
    public async Task One_who_stands_there_taps_with_forms_and_takes_the_last_back()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        await app.Topic("Vården");
        var page = await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url() + "/ute");

        page = await page.Submit("Ett samtal till");
        page = await page.Submit("+10 flygblad");
        page = await page.Submit("Vården 0");
        page = await page.Submit("+1 flygblad");
        page = await page.Submit("Ångra det senaste");

        (await app.Tapped(stand)).ShouldBe(new Tapped(1, 10));
        page.Html.QuerySelectorAll("[data-count]").Select(c => c.TextContent).ShouldBe(["1", "10", "1"]);
        page.Html.QuerySelector("[data-undo]")!.HasAttribute("hidden").ShouldBeTrue(); // only the last is taken back
    }

    [Fact]
    public async Task The_same_form_pressed_twice_is_one_tap()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var page = await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url() + "/ute");

        await page.Submit("Ett samtal till");
        await page.Submit("Ett samtal till");

        (await app.Tapped(stand)).Conversations.ShouldBe(1);
    }

    [Fact]
    public async Task Two_phones_never_write_over_each_other_and_each_tap_counts_once()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var (lena, birgitta) = (await StandPhone.Of(app, Cast.MemberOfAlnas, stand), await StandPhone.Of(app, Cast.AssociationChair, stand));
        var again = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 5).SelectMany(_ => new[] { lena.Tap(TallySort.Conversation), birgitta.Tap(TallySort.Conversation), lena.Tap(TallySort.Leaflet, 10), birgitta.Tap(TallySort.Conversation, nonce: again) }));

        (await app.Tapped(stand)).ShouldBe(new Tapped(11, 50));
        await lena.Tap(TallySort.Conversation, nonce: again);
        lena.Answer.GetProperty("counts").GetProperty("Conversation").GetInt32().ShouldBe(11); // all phones'
    }

    [Fact]
    public async Task What_takes_a_tap_back_may_come_before_it_and_twice()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var lena = await StandPhone.Of(app, Cast.MemberOfAlnas, stand);
        var mistake = Guid.CreateVersion7();

        await lena.Tap(TallySort.Undo, undoes: mistake);
        await lena.Tap(TallySort.Undo, undoes: mistake);
        await lena.Tap(TallySort.Leaflet, 10, nonce: mistake);
        await lena.Tap(TallySort.Leaflet);

        (await app.Tapped(stand)).Leaflets.ShouldBe(1);
    }

    [Theory]
    [InlineData("Leaflet", 201)]
    [InlineData("Leaflet", 0)]
    [InlineData("Leaflet", -10)]
    [InlineData("Conversation", 2)]
    public async Task Absurd_numbers_are_refused(string sort, int amount)
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var lena = await StandPhone.Of(app, Cast.MemberOfAlnas, stand);

        (await lena.Tap(Enum.Parse<TallySort>(sort), amount)).ShouldBe(HttpStatusCode.OK);

        lena.Said.ShouldBe("Så mycket går inte att lägga till på en gång.");
        (await app.Tapped(stand)).ShouldBe(Tapped.Nothing);
    }

    [Fact]
    public async Task A_topic_of_others_or_none_is_refused_and_one_put_away_meanwhile_is_not()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var (theirs, own) = (await app.Topic("Hamnen", Cast.Stora), await app.Topic("Skolan", Cast.District));
        var lena = await StandPhone.Of(app, Cast.MemberOfAlnas, stand);

        await lena.Tap(TallySort.Topic, topic: theirs.Id);
        lena.Said.ShouldBe("Ämnet finns inte här.");
        await lena.Tap(TallySort.Topic);
        lena.Said.ShouldBe("Ämnet finns inte här.");
        await app.Write(async db => (await db.TalkingPoints.SingleAsync(p => p.Id == own.Id)).Retire(FakeTime.Today));
        await lena.Tap(TallySort.Topic, topic: own.Id); // was in the phone already

        (await app.Read(db => db.TallyActs.SingleAsync())).TopicId.ShouldBe(own.Id);
    }

    [Fact]
    public async Task It_opens_before_the_stand_and_closes_after_phones_have_found_a_net()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        var lena = await StandPhone.Of(app, Cast.MemberOfAlnas, stand);
        app.Clock.Set(stand.Starts.AddHours(-13));
        await lena.Tap(TallySort.Conversation);
        lena.Said.ShouldBe("Det går inte att räkna här nu.");
        (await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url() + "/ute")).Buttons.ShouldNotContain("Ett samtal till");

        app.Clock.Set(stand.Ends.AddDays(2));
        await lena.Tap(TallySort.Conversation, ago: (long)TimeSpan.FromDays(2).TotalMilliseconds);
        await lena.Tap(TallySort.Conversation, ago: long.MaxValue);
        await lena.Tap(TallySort.Conversation, ago: -5_000_000);

        var at = await app.Read(db => db.TallyActs.OrderBy(a => a.At).Select(a => a.At).ToListAsync());
        at.ShouldBe([stand.Starts - TallyAct.Before, stand.Ends, app.Clock.GetUtcNow()]); // neither before anybody can have stood there nor in the future
    }

    [Fact]
    public async Task Nobody_else_taps()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        foreach (var other in new[] { Cast.MemberOfStora, Cast.Auditor })
            (await (await StandPhone.Of(app, other, stand)).Tap(TallySort.Conversation)).ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.MemberOfStora)).Open(stand.Url() + "/ute")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Anybody().Get(stand.Url() + "/ute")).Headers.Location!.ToString().ShouldContain("/logga-in");

        (await (await StandPhone.Of(app, Cast.Ombudsman, stand)).Tap(TallySort.Conversation)).ShouldBe(HttpStatusCode.OK); // arranges for all below

        (await app.Tapped(stand)).Conversations.ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_given_the_shift_back_taps_no_more()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        await app.Write(async db => (await db.ShiftPlaces.SingleAsync()).Leaves(app.Clock.GetUtcNow()));

        (await (await StandPhone.Of(app, Cast.MemberOfAlnas, stand)).Tap(TallySort.Conversation)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_tap_has_nobodys_name()
    {
        typeof(TallyAct).GetProperties().Where(p => p.PropertyType == typeof(Id<Person>) || p.PropertyType == typeof(Id<Person>?) || p.PropertyType == typeof(string)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_empty_screen_says_nothing_of_anybody()
    {
        await using var app = await AppUnderTest.Start();
        await OutThere.Begun(app);

        var page = await app.Anybody().Open("/ute");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("Bokbord på torget");
        page.Answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        page.Html.QuerySelector("input[name=__RequestVerificationToken]").ShouldBeNull();
    }
}
