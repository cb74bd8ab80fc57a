using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Somebody without an account finds out about a gathering, says that they come, and changes their mind.</summary>
public sealed class OpenGatheringTests
{
    private const string Address = "disa@example.org";

    [Fact]
    public async Task Anybody_reads_of_it_and_leaves_no_trace()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);

        var page = await app.Anybody().Open(Open(gathering));

        page.Heading.ShouldBe("Samtal om skolan");
        page.Answer.Headers.SetCookies().ShouldBeEmpty();
        page.Answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
        page.Html.QuerySelector("meta[name=robots]").ShouldBeNull();
        page.Html.DocumentElement.OuterHtml.ShouldNotContain("moten.example");
        Cast.All.Where(p => page.Text.Contains(p.Name, StringComparison.Ordinal)).ShouldBeEmpty();
        (await (await app.Anybody().Get(Open(gathering) + "?handler=Calendar")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("moten.example");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task What_is_not_for_all_or_is_a_draft_is_not_there(bool forAll, bool published)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, forAll ? Audience.Everybody : Audience.Members, published: published);
        var form = new Dictionary<string, string> { ["Input.Name"] = "Disa", ["Input.Email"] = Address, ["Input.Agrees"] = "true" };

        (await app.Anybody().Get(Open(gathering))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Anybody().Get(Open(gathering) + "/tack")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Anybody().Get(Open(gathering) + "?handler=Calendar")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Anybody().Post(Open(gathering), new FormUrlEncodedContent(form))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Read(db => db.Guests.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_name_and_an_address_are_enough_and_the_link_of_the_letter_changes_it()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);

        var thanks = await SignUp(app, gathering, "Disa Hed", Address, companions: 1);

        thanks.Heading.ShouldBe("Tack!");
        thanks.Answer.Headers.SetCookies().ShouldBeEmpty();
        var guest = await app.Read(db => db.Guests.SingleAsync());
        (guest.Name, guest.Email, guest.ConsentedAt).ShouldBe(("Disa Hed", Address, FakeTime.Start));
        guest.Consent.ShouldBe("Jag går med på att Alnäs sparar det jag skrivit här för att kunna ta emot mig. Det raderas 30 dagar efteråt.");
        var link = await LinkTo(app, Address, "Du är anmäld: Samtal om skolan");
        var own = await app.Anybody().Open(link);
        own.Answer.Headers.SetCookies().ShouldBeEmpty();
        own.Answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        own.Text.ShouldContain("Du kommer Vi är 2");
        own.Html.DocumentElement.OuterHtml.ShouldContain("moten.example");
        own = await own.Submit("Jag kan inte komma");
        own.Text.ShouldContain("Du är avanmäld");
        own.Html.DocumentElement.OuterHtml.ShouldNotContain("moten.example");
        (await own.Submit("Jag kommer ändå", f => f["Input.Companions"] = "0")).Text.ShouldContain("Du kommer");
    }

    [Fact]
    public async Task To_open_the_link_does_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await SignUp(app, gathering, "Disa Hed", Address);
        var link = await LinkTo(app, Address, "Du är anmäld: Samtal om skolan");
        Task<string> All() => app.Read(async db => $"{await db.Audit.CountAsync()} {await db.Letters.CountAsync()} {(await db.SignUps.SingleAsync()).State}");
        var before = await All();

        foreach (var url in new[] { link, link + "?handler=Leave", link + "?handler=Take" })
            await app.Anybody().Get(url);

        (await All()).ShouldBe(before);
    }

    [Theory]
    [InlineData("/anmalan/ingen")]
    [InlineData("/anmalan/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_is_none_opens_nothing(string link)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await SignUp(app, gathering, "Disa Hed", Address);

        (await app.Anybody().Open(link)).Status.ShouldBe(HttpStatusCode.Gone);
        foreach (var act in new[] { "", "?handler=Leave", "?handler=Take" })
            (await app.Anybody().Post(link + act)).StatusCode.ShouldBe(HttpStatusCode.Gone);

        (await app.Read(db => db.SignUps.SingleAsync())).State.ShouldBe(SignUpState.Coming);
    }

    [Fact]
    public async Task Whoever_writes_anothers_address_learns_and_changes_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        var first = await SignUp(app, gathering, "Disa Hed", Address);
        await app.SendLetters();

        var second = await SignUp(app, gathering, "Någon Annan", "DISA@example.org ", companions: 5);

        second.Text.ShouldBe(first.Text);
        var own = await app.Read(db => db.SignUps.SingleAsync());
        (own.Companions, own.State).ShouldBe((0, SignUpState.Coming));
        (await app.Read(db => db.Guests.SingleAsync())).Name.ShouldBe("Disa Hed");
        await app.SendLetters();
        app.Post.HandedOver.Count(l => l.Address == Address).ShouldBe(2); // the link, once more
    }

    [Fact]
    public async Task A_guest_waits_and_is_offered_the_seat_by_letter()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).HasRoomFor(1));
        await SignUp(app, gathering, "Disa Hed", Address);
        await SignUp(app, gathering, "Ebbe Nord", "ebbe@example.org");
        var disa = await LinkTo(app, Address, "Du är anmäld: Samtal om skolan");
        (await (await app.Anybody().Open(await LinkTo(app, "ebbe@example.org", "Du står på väntelistan: Samtal om skolan"))).Submit("Jag kan inte komma")).Text.ShouldContain("Du är avanmäld");
        await (await app.Anybody().Open(await LinkTo(app, "ebbe@example.org", "Du är avanmäld: Samtal om skolan"))).Submit("Jag kommer ändå");

        await (await app.Anybody().Open(disa)).Submit("Jag kan inte komma");

        var offered = await app.Anybody().Open(await LinkTo(app, "ebbe@example.org", "En plats är ledig: Samtal om skolan"));
        offered.Text.ShouldContain("En plats är ledig för dig");
        (await offered.Submit("Ja, jag kommer")).Text.ShouldContain("Du kommer");
    }

    [Fact]
    public async Task Those_who_arrange_see_the_guests_and_can_take_one_off()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await SignUp(app, gathering, "Disa Hed", Address);

        var list = await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/anmalda");

        list.Text.ShouldContain("Disa Hed");
        list.Text.ShouldContain("Utan konto");
        (await list.Submit("Ta bort Disa Hed")).Text.ShouldNotContain("Disa Hed");
        (await app.Read(db => db.SignUps.SingleAsync())).State.ShouldBe(SignUpState.Left);
    }

    [Fact]
    public async Task A_guest_is_told_when_it_is_moved_once_for_all_of_them()
    {
        await using var app = await AppUnderTest.Start();
        var one = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        var other = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await SignUp(app, one, "Disa Hed", Address);
        await SignUp(app, other, "Disa Hed", Address);
        await app.SendLetters();

        var page = await (await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/planera-om")).Submit("Visa vad det blir", f => (f["Input.Do"], f["Input.Days"], f["Input.Why"]) = ("Move", "1", "Snöoväder."));
        page.Text.ShouldContain("Två människor får ett brev var.");
        await page.Submit("Planera om och berätta");
        await app.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);
        app.Clock.Advance(Rearrangement.Pause);
        await app.SendLetters();

        var letter = app.Post.HandedOver.Last(l => l.Address == Address);
        letter.Text.ShouldContain("Snöoväder.");
        letter.Text.Split("/anmalan/").Length.ShouldBe(3);
        app.Post.HandedOver.Count(l => l.Address == Address).ShouldBe(3);
        var machines = JsonDocument.Parse((await app.Anybody().Open(Open(one))).Html.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        machines.GetProperty("eventStatus").GetString().ShouldBe("https://schema.org/EventRescheduled");
        machines.GetProperty("previousStartDate").GetString()![..10].ShouldBe("2026-03-17");
    }

    [Fact]
    public async Task A_month_afterwards_nobody_knows_who_came_but_how_many()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await SignUp(app, gathering, "Disa Hed", Address);
        var link = await LinkTo(app, Address, "Du är anmäld: Samtal om skolan");

        foreach (var (days, left) in new[] { (36, 1), (2, 0) })
        {
            app.Clock.Advance(TimeSpan.FromDays(days));
            await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == OldNeeds.JobName).Run(app.Clock.GetUtcNow(), CancellationToken.None));
            (await app.Read(db => db.Guests.CountAsync())).ShouldBe(left);
        }
        (await app.Anybody().Open(link)).Status.ShouldBe(HttpStatusCode.Gone);
        var own = await app.Read(db => db.SignUps.AsNoTracking().SingleAsync());
        (own.State, own.GuestId, own.LinkSealed).ShouldBe((SignUpState.Coming, null, null));
    }

    [Theory]
    [InlineData("Input.Name", "")]
    [InlineData("Input.Email", "disa")]
    [InlineData("Input.Email", "")]
    [InlineData("Input.Companions", "40")]
    [InlineData("Input.Agrees", "")]
    public async Task Bad_input_is_answered_and_what_was_written_is_kept(string field, string value)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);

        var page = await (await app.Anybody().Open(Open(gathering))).Submit("Anmäl mig", f =>
        {
            (f["Input.Name"], f["Input.Email"], f["Input.Needs"], f["Input.Agrees"]) = ("Disa Hed", Address, "Kom ihåg mig", "true");
            f[field] = value;
        });

        page.Errors.Count.ShouldBe(1);
        page.Html.QuerySelector("[name='Input.Needs']")!.TextContent.Trim().ShouldBe("Kom ihåg mig");
        page.Answer.Headers.SetCookies().ShouldBeEmpty();
        (await app.Read(db => db.Guests.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_machine_that_fills_all_fields_and_another_site_sign_nobody_up()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        var form = new Dictionary<string, string> { ["Input.Name"] = "Disa", ["Input.Email"] = Address, ["Input.Agrees"] = "true" };
        using var foreign = new HttpRequestMessage(HttpMethod.Post, Open(gathering)) { Content = new FormUrlEncodedContent(form), Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        (await app.Anybody().Send(foreign)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        form["Input.Website"] = "https://kop.example";
        (await app.Anybody().Post(Open(gathering), new FormUrlEncodedContent(form))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await app.Read(db => db.Guests.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task More_than_thirty_a_minute_from_one_address_are_asked_to_wait()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        var visitor = app.Anybody();

        for (var n = 0; n < 30; n++)
            (await visitor.Post(Open(gathering))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await visitor.Post(Open(gathering))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await visitor.Get(Open(gathering))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_cancelled_one_keeps_its_page_and_says_so()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Cancel("</script><b>Sjuka", FakeTime.Start));

        var page = await app.Anybody().Open(Open(gathering));

        page.Text.ShouldContain("Inställt</script><b>Sjuka");
        page.Buttons.ShouldNotContain("Anmäl mig");
        page.Html.QuerySelectorAll("script[type='application/ld+json']").Single().TextContent.ShouldContain("https://schema.org/EventCancelled");
    }

    private static string Open(Gathering gathering) => $"/kalender/{gathering.Id}";

    private static async Task<Sheet> SignUp(AppUnderTest app, Gathering gathering, string name, string email, int companions = 0) =>
        await (await app.Anybody().Open(Open(gathering))).Submit(
            (await app.Anybody().Open(Open(gathering))).Buttons.Single(b => b is "Anmäl mig" or "Ställ mig på väntelistan"),
            f => (f["Input.Name"], f["Input.Email"], f["Input.Companions"], f["Input.Agrees"]) = (name, email, companions.ToString(System.Globalization.CultureInfo.InvariantCulture), "true"));

    private static async Task<string> LinkTo(AppUnderTest app, string address, string subject)
    {
        await app.SendLetters();
        var text = app.Post.HandedOver.Last(l => l.Address == address && l.Subject == subject).Text;
        return text[text.IndexOf("/anmalan/", StringComparison.Ordinal)..].Split('\n')[0];
    }
}
