using Shouldly;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Shifts;

/// <summary>A member reads of the places that may be taken; those who arrange of all that nobody has, also where somebody is asked.</summary>
public sealed class FreePlacesTests
{
    [Fact]
    public async Task A_place_that_somebody_is_asked_about_is_not_free_until_the_time_is_out()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, need: 2);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Ask(shift, [Cast.GroupLeader.Id]));

        Said(await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url())).ShouldBe("En ledig plats i ett pass");
        Said(await (await app.As(Cast.AssociationChair)).Open(stand.Url())).ShouldBe("Två lediga platser i ett pass");

        app.Clock.Advance(Asking.AtMost);
        await app.RunJobs();
        Said(await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url())).ShouldBe("Två lediga platser i ett pass");
    }

    [Fact]
    public async Task Where_all_that_are_free_are_asked_about_it_is_not_said_to_be_full()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Ask(shift, [Cast.GroupLeader.Id]));
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await lena.Open(stand.Url());

        Said(page).ShouldBeNull();
        page.Html.QuerySelector("#pass")!.TextContent.ShouldNotContain("Fullt");
        (await page.Follow("Ställ dig i kö, Tisdag 17 mars 9.30–12.30")).Buttons.ShouldContain("Ställ mig i kö");
        Said(await (await app.As(Cast.AssociationChair)).Open(stand.Url())).ShouldBe("En ledig plats i ett pass");

        await app.Ask(r => r.Take(shift, Cast.GroupLeader.Id, false, false));
        page = await lena.Open(stand.Url());
        Said(page).ShouldBe("Alla platser är fyllda");
        page.Html.QuerySelector("#pass")!.TextContent.ShouldContain("Fullt, ställ dig i kö");
    }

    [Fact]
    public async Task Who_stands_in_line_behind_one_who_is_asked_is_asked_after_a_no()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Ask(shift, [Cast.GroupLeader.Id]));
        await (await (await app.As(Cast.MemberOfAlnas)).Open($"{stand.Url()}/mitt-pass/{shift}")).Submit("Ställ mig i kö");
        (await app.State(shift, Cast.MemberOfAlnas.Id)).ShouldBe(PlaceState.Listed);

        (await app.Ask(r => r.Decline(shift, Cast.GroupLeader.Id))).ShouldBeNull();

        (await app.State(shift, Cast.MemberOfAlnas.Id)).ShouldBe(PlaceState.Asked);
    }

    // beside the heading of the shifts
    private static string? Said(Sheet page) => page.Html.QuerySelector("#pass > header .status")?.TextContent;
}
