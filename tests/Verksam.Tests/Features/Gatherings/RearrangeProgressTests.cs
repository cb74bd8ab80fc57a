using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;
using static Verksam.Tests.Features.Gatherings.Rearrangings;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Whoever waits for a large rearrangement sees how far it has come, and it is done as a whole or not at all.</summary>
public sealed class RearrangeProgressTests
{
    [Fact]
    public async Task It_says_how_far_it_has_come_as_it_goes()
    {
        await using var app = await AppUnderTest.Start();
        var (asked, _) = await Ask(app);
        var said = new List<(int, int)>();

        await Run(app, asked, (reached, whole) => said.Add((reached, whole)), CancellationToken.None);

        said.ShouldBe([(0, 3), (2, 3), (3, 3)]); // two gatherings, and the letter of whoever is asked about them
    }

    [Fact]
    public async Task Stopped_in_the_middle_nothing_is_done_and_the_next_does_all_of_it()
    {
        await using var app = await AppUnderTest.Start();
        var (asked, _) = await Ask(app);
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => Run(app, asked, (reached, _) =>
        {
            if (reached > 0)
                stop.Cancel();
        }, stop.Token));

        (await app.Read(db => db.Gatherings.CountAsync(g => g.State == GatheringState.Cancelled))).ShouldBe(0);
        (await app.Read(db => db.Letters.CountAsync())).ShouldBe(0);
        await Work(app);
        (await app.Read(db => db.Gatherings.CountAsync(g => g.State == GatheringState.Cancelled))).ShouldBe(2);
        (await app.Read(db => db.Letters.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_page_shows_it()
    {
        await using var app = await AppUnderTest.Start();
        var (asked, url) = await Ask(app);
        var birgitta = await app.As(Cast.AssociationChair);
        (await birgitta.Open(url)).Html.QuerySelector("progress")!.HasAttribute("value").ShouldBeFalse();

        await app.Read(async db =>
        {
            await app.Services.GetRequiredService<ProgressBoard>().For(default, asked).Say(db, 2, 3, CancellationToken.None);
            return true;
        });

        var page = await birgitta.Open(url);
        page.Text.ShouldContain("2 av 3 aktiviteter och brev är skrivna");
        var progress = page.Html.QuerySelector("progress")!;
        (progress.GetAttribute("value"), progress.GetAttribute("max"), progress.GetAttribute("aria-label")).ShouldBe(("2", "3", "2 av 3 aktiviteter och brev är skrivna"));
    }

    // both of Alnäs are to be cancelled; nobody has begun
    private static async Task<(Guid Asked, string Url)> Ask(AppUnderTest app)
    {
        await Arranged.In(app, Cast.Alnas);
        await Arranged.In(app, Cast.Alnas, days: 8);
        var shown = await Fill(await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/planera-om?gor=Cancel"));
        var page = await shown.Submit("Ställ in och berätta", f => f.Tick("Input.Chosen", shown.Html.QuerySelector("[name='Input.Chosen']")!.GetAttribute("value")!));
        return ((await app.Read(db => db.Rearrangements.Select(r => r.Id).SingleAsync())).Value, page.Url);
    }

    private static Task Run(AppUnderTest app, Guid asked, Action<int, int> tell, CancellationToken cancelled) => app.Work<IEnumerable<IAskedJob>>(jobs =>
        jobs.Single(j => j.Name == RearrangeJob.JobName).Run(asked, new Progress(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock, default, tell, () => { }), cancelled));
}
