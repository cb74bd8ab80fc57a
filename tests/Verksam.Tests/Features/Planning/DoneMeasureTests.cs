using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Measures;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class DoneMeasureTests
{
    [Fact]
    public async Task What_is_done_is_what_the_latest_word_says_of_the_whole()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        (await Done(app)).ShouldBe(new Figure(0, 3));

        await Say(app, Status.Done, 1, ofThePart: true);
        (await Done(app)).ShouldBe(new Figure(0, 3)); // one association is done with its part

        await Say(app, Status.Done, 2);
        (await Done(app)).ShouldBe(new Figure(1, 3));
        (await Done(app, Cast.Alnas)).ShouldBe(new Figure(0, 1));

        await Say(app, Status.OnTrack, 3);
        (await Done(app)).ShouldBe(new Figure(0, 3));
    }

    private static Task Say(AppUnderTest app, Status word, int minute, bool ofThePart = false) => app.Write(async db =>
    {
        var part = await db.Parts.SingleAsync();
        Report.Of(part.CommitmentId, Cast.Ombudsman.Id, "Så är det", null, word, null, FakeTime.Start.AddMinutes(minute - 10), out var report, ofThePart ? part.Id : null).ShouldBeNull();
        db.Add(report!);
    });

    private static async Task<Figure?> Done(AppUnderTest app, Verksam.Features.Structure.Unit? unit = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Figures>().On("done", (unit ?? Cast.District).Id, FakeTime.Today);
    }
}
