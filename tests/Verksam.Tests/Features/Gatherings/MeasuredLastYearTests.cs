using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings.Door;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Kernel.Time;
using Verksam.Tests.Features.Gatherings.Stands;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>What gatherings count stands beside the same day a year ago, each on its own page.</summary>
public sealed class MeasuredLastYearTests
{
    [Theory]
    [InlineData("aktiviteter", "2", "1")]
    [InlineData("deltagare", "14", "7")]
    [InlineData("olika-deltagare", "2", "1")]
    [InlineData("ideella-timmar", "4", "2")]
    [InlineData("samtal-ute", "8", "5")]
    [InlineData("foreningar-med-aktivitet", "50 %", "50 %")]
    public async Task This_year_until_today_stands_beside_last_year_until_the_same_day(string measure, string now, string before)
    {
        await using var app = await AppUnderTest.Start();
        await Held(app, daysAgo: 3, conversations: 3, Cast.MemberOfAlnas);
        await Held(app, daysAgo: 8, conversations: 5, Cast.AssociationChair);
        await Held(app, daysAgo: 370, conversations: 5, Cast.MemberOfAlnas);
        await Held(app, daysAgo: 200, conversations: 9, Cast.MemberOfAlnas); // last year, later than today

        var page = await (await app.As(Cast.Ombudsman)).Open($"/matt/{measure}");

        page.Html.QuerySelector(".value")!.TextContent.Replace('\u00a0', ' ').ShouldBe(now);
        page.Html.QuerySelector(".delta")!.TextContent.Replace('\u00a0', ' ').ShouldBe($"{before} samma dag i fjol");
    }

    // seven were there, one of them ticked at the door, who had stood there for two hours
    private static async Task Held(AppUnderTest app, int daysAgo, int conversations, Someone who)
    {
        var held = await OutThere.Held(app, Cast.Alnas, null, daysAgo, conversations, spot: "Torget");
        var (shift, starts) = (new Shift(held.Id), OurTime.Here(held.Starts).DateTime);
        shift.Describe("Bordet", 1, null);
        shift.Take(held, DateOnly.FromDateTime(starts), TimeOnly.FromDateTime(starts), TimeOnly.FromDateTime(starts.AddHours(2)));
        var place = new ShiftPlace(shift.Id, who.Id);
        place.Takes(false, false, held.Starts.AddDays(-1));
        await app.Write(async db =>
        {
            (await db.Gatherings.SingleAsync(g => g.Id == held.Id)).Tell("Bra.", 7, held.Ends.AddDays(1)).ShouldBeNull();
            db.AddRange(shift, place);
            db.Attendances.Add(Attendance.Of(held.Id, who.Id)).Entity.Hear(new DoorAct(Guid.CreateVersion7(), held.Starts, IsHere: true), held.Starts);
        });
    }
}
