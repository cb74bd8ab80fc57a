using System.Net;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Hosting;

public sealed class LimitTests
{
    [Fact]
    public async Task The_eleventh_try_in_a_minute_from_one_address_has_to_wait()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();

        var answers = await Tries(visitor, 11);

        answers[..10].ShouldAllBe(a => a == HttpStatusCode.BadRequest);
        answers[10].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Somebody_else_does_not_have_to_wait()
    {
        await using var app = await AppUnderTest.Start();
        await Tries(app.Anybody(), 11);

        (await Tries(app.Anybody(), 1)).ShouldBe([HttpStatusCode.BadRequest]);
    }

    [Fact]
    public async Task To_look_costs_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        for (var look = 0; look < 15; look++)
            (await visitor.Get("/logga-in")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Tries(visitor, 11))[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Behind_a_socket_that_knows_no_address_tries_are_counted_all_the_same()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = new Visitor(app, app.Wire(null));
        await visitor.Get("/logga-in");

        (await Tries(visitor, 11))[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        (await visitor.Get("/logga-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Files_are_counted_for_each_account_wherever_it_sends_from()
    {
        await using var app = await AppUnderTest.Start();
        var (tove, ragnar) = (await app.As(Cast.Ombudsman), await app.As(Cast.DistrictChair));

        for (var file = 0; file < 20; file++)
            (await tove.Post("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await tove.Post("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await ragnar.Post("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await tove.Get("/planen/ta-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_to_wait_is_told_so_in_words()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        await Tries(visitor, 10);

        var page = await Sheet.Of(visitor, await visitor.Post("/logga-in"));

        page.Heading.ShouldBe("Vänta en liten stund");
        page.Text.ShouldContain("Försök igen om en minut.");
    }

    // without a token none of them is a true attempt: only the counting is tried
    private static async Task<List<HttpStatusCode>> Tries(Visitor visitor, int times)
    {
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < times; attempt++)
            answers.Add((await visitor.Post("/logga-in")).StatusCode);
        return answers;
    }
}
