using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Shifts;

/// <summary>A shift may go on over midnight, but nobody stands for a whole day: who writes so has changed the two times round.</summary>
public sealed class ShiftTimesTests
{
    [Theory]
    [InlineData("06:00", "22:00", null)]
    [InlineData("06:00", "22:01", 17)]
    [InlineData("22:00", "02:00", null)]
    [InlineData("14:00", "10:00", 20)]
    [InlineData("09:30", "09:29", 24)]
    public void Nobody_stands_for_more_than_sixteen_hours(string from, string to, int? hours)
    {
        var gathering = new Gathering(Id<Unit>.New(), "stand", Id<Person>.New(), FakeTime.Start);
        gathering.Take(new Hours(FakeTime.Start, FakeTime.Start.AddHours(10)), new Whereabouts(null, "Torget", null), FakeTime.Start).ShouldBeNull();

        var no = new Shift(gathering.Id).Take(gathering, OurTime.DayOf(gathering.Starts), TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture));

        (no?.Code).ShouldBe(hours is null ? null : ShiftRefusals.TooLong.Code);
        (no?.Facts is [int found] ? found : (int?)null).ShouldBe(hours);
    }

    [Fact]
    public async Task Times_that_are_changed_round_make_no_shift_and_what_was_written_stays()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, shifts: 0);

        var page = await Make(app, stand, "14:00", "10:00");

        page.Errors.Single().ShouldStartWith("Passet skulle vara i 20 timmar");
        page.Html.QuerySelector("[name='Input.Rows[0].What']")!.GetAttribute("value").ShouldBe("Bokbord");
        (await app.Read(db => db.Shifts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_shift_over_midnight_is_made()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, shifts: 0);

        var page = await Make(app, stand, "22:00", "02:00");

        page.Text.ShouldContain("Ett pass är inlagt.");
        var shift = await app.Read(db => db.Shifts.SingleAsync());
        (GatheringWords.Hours(shift.Starts(stand.Starts), shift.Ends(stand.Starts)), shift.Lasts).ShouldBe(("22.00–02.00", 240));
    }

    [Fact]
    public async Task A_shift_that_is_there_keeps_its_time_when_they_are_changed_round()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var page = await (await app.As(Cast.AssociationChair)).Open($"{stand.Url()}/pass/{(await app.Shifts(stand))[0]}");

        page = await page.Submit("Spara", f => (f["Input.From"], f["Input.To"]) = ("14:00", "10:00"));

        page.Errors.Single().ShouldStartWith("Passet skulle vara i 20 timmar");
        (await app.Read(db => db.Shifts.Select(s => s.Lasts).SingleAsync())).ShouldBe(180);
    }

    private static async Task<Sheet> Make(AppUnderTest app, Gathering stand, string from, string to) =>
        await (await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/pass")).Submit("Lägg in passen", f =>
            (f["Input.Rows[0].From"], f["Input.Rows[0].To"], f["Input.Rows[0].What"]) = (from, to, "Bokbord"));
}
