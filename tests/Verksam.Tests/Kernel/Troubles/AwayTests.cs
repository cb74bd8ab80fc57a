using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Troubles;

/// <summary>A database that goes away and comes back: people are told in words, and nobody has to start anything anew.</summary>
public sealed class AwayTests
{
    [Fact]
    public async Task Pages_say_in_words_that_the_database_does_not_answer_until_it_does()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        await using var wire = new DatabaseWire(database);
        await using var app = await AppUnderTest.In(database, wire.Settings);
        var tove = await app.As(Cast.Ombudsman);
        var door = await app.Anybody().Open("/logga-in");
        await wire.Cut();

        var page = await Sheet.Of(tove, await tove.Get("/manniskor"));
        (page.Status, page.Heading).ShouldBe((HttpStatusCode.ServiceUnavailable, "Vi kommer inte åt planen just nu"));
        page.Html.QuerySelectorAll("main p").Length.ShouldBeGreaterThanOrEqualTo(3);
        (await door.Send("Logga in", form => (form["Input.Email"], form["Input.Password"]) = (Cast.Auditor.Email, Someone.Password)))
            .StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Says(tove, "/healthz"), await Says(tove, "/healthz/node"), await Says(tove, "/healthz/ready")).ShouldBe(("ok", "ok", "database"));

        wire.Mend();
        await Until(async () => (await tove.Get("/manniskor")).StatusCode == HttpStatusCode.OK);
        (await Says(tove, "/healthz/ready")).ShouldBe("ok");
    }

    [Fact]
    public async Task Who_works_in_the_background_goes_on_when_it_is_back()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        await using var wire = new DatabaseWire(database);
        await using var app = await AppUnderTest.In(database, wire.Settings);
        await (await app.Anybody().Open("/logga-in")).Send("Skicka en länk till mig", form => form["Input.Email"] = Cast.Auditor.Email);
        var (letters, jobs) = (app.Services.GetRequiredService<OutboxWorker>(), app.Services.GetRequiredService<JobWorker>());
        await wire.Cut();

        await letters.StartAsync(CancellationToken.None);
        await jobs.StartAsync(CancellationToken.None);
        await Until(() => Task.FromResult(Heard(app, "Letters could not be sent just now") && Heard(app, "The job schedule did not succeed")));
        wire.Mend();
        await Until(() =>
        {
            app.Services.GetRequiredService<OutboxBell>().Ring();
            return Task.FromResult(app.Post.HandedOver.Count == 1);
        });

        (letters.ExecuteTask!.IsCompleted, jobs.ExecuteTask!.IsCompleted).ShouldBe((false, false));
        await letters.StopAsync(CancellationToken.None);
        await jobs.StopAsync(CancellationToken.None);
        (await app.Read(db => db.Letters.SingleAsync())).State.ShouldBe(LetterState.Sent);
    }

    private static bool Heard(AppUnderTest app, string words) => app.Log.Lines.Any(l => l.Contains(words, StringComparison.Ordinal));

    private static async Task<string> Says(Visitor visitor, string url) => await (await visitor.Get(url)).Content.ReadAsStringAsync();

    private static async Task Until(Func<Task<bool>> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
