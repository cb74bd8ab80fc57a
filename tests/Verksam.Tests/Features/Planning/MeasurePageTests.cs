using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning.Measures;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class MeasurePageTests
{
    [Fact]
    public async Task A_series_kept_by_hand_adds_up_and_is_held_against_the_same_day_last_year()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var page = await (await tove.Open("/matt")).Submit("Börja räkna", form => form["Input.Name"] = "Insändare");
        page.Heading.ShouldBe("Insändare");
        Value(page).ShouldBe("inte mätt");
        Delta(page).ShouldBe("i fjol inte mätt");

        page = await Write(page, "2026-02-01", "2");
        page = await Write(page, "2026-03-10", "3");
        page = await Write(page, "2025-03-10", "7");
        page = await Write(page, "2025-03-11", "40"); // later than the same day

        Value(page).ShouldBe("5");
        Delta(page).ShouldBe("7 samma dag i fjol");
    }

    [Fact]
    public async Task Series_are_found_by_their_names_also_two_of_the_same_and_one_named_as_ours()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var urls = new List<string>();
        foreach (var name in new[] { "Öppna möten", "öppna möten", "People" })
            urls.Add((await (await tove.Open("/matt")).Submit("Börja räkna", form => form["Input.Name"] = name)).Url);

        urls.ShouldBe(["/matt/oppna-moten", "/matt/oppna-moten-2", "/matt/people-2"]);
        (await tove.Open("/matt/oppna-moten-2")).Heading.ShouldBe("öppna möten");
        (await tove.Open("/matt/people")).Heading.ShouldBe("Medlemmar");
    }

    [Fact]
    public async Task Of_a_level_the_latest_figure_holds()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await (await app.As(Cast.Ombudsman)).Open("/matt")).Submit("Börja räkna", form =>
        {
            form["Input.Name"] = "Läsare";
            form["Input.Adds"] = "false";
        });

        page = await Write(page, "2026-03-01", "120");
        page = await Write(page, "2026-02-01", "90,5");

        Value(page).ShouldBe("120");
    }

    [Fact]
    public async Task A_member_sees_the_figure_but_cannot_write_one()
    {
        await using var app = await AppUnderTest.Start();
        var written = await Write(await (await (await app.As(Cast.Ombudsman)).Open("/matt")).Submit("Börja räkna", form => form["Input.Name"] = "Insändare"), "2026-03-01", "4");
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await lena.Open(written.Url);

        Value(page).ShouldBe("4");
        page.Html.QuerySelector("[name='Input.Value']").ShouldBeNull();
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var url in new[] { written.Url, "/matt" })
            ((int)(await lena.Post(url, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Value", "9"), new("Input.Name", "Eget")]))).StatusCode).ShouldBe(404);
        (await app.Read(db => db.SeriesPoints.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_figure_that_is_no_number_is_asked_for_again()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await (await app.As(Cast.Ombudsman)).Open("/matt")).Submit("Börja räkna", form => form["Input.Name"] = "Insändare");

        (await Write(page, "2026-03-01", "många")).Errors.Count.ShouldBe(1);

        (await app.Read(db => db.SeriesPoints.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_figure_of_a_day_to_come_is_not_kept()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await (await app.As(Cast.Ombudsman)).Open("/matt")).Submit("Börja räkna", form => form["Input.Name"] = "Insändare");

        (await Write(page, "2026-03-11", "4")).Errors.ShouldBe(["Den dagen har inte varit än."]);

        (await app.Read(db => db.SeriesPoints.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_rows_have_names_for_those_who_may_see_people_and_that_is_noted()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.DistrictChair)).Open("/matt/people");

        page.Html.QuerySelectorAll(".log li").Length.ShouldBe(8);
        page.Text.ShouldContain("Lena Lund");
        page.Text.ShouldContain("Att du öppnade listan är antecknat.");
        var read = await app.Read(db => db.Audit.SingleAsync(a => a.Kind == AuditKind.Read && a.What == nameof(IMeasure)));
        read.By.ShouldBe(Cast.DistrictChair.Id.Value);
        read.Changes.ShouldNotContain("Lund");
    }

    [Fact]
    public async Task A_member_sees_the_rows_without_anybody_elses_name_and_nothing_is_noted()
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/matt/people");

        Value(page).ShouldBe("8");
        foreach (var other in Cast.All.Where(p => p != Cast.MemberOfAlnas))
            page.Text.ShouldNotContain(other.Name);
        (await app.Read(db => db.Audit.CountAsync(a => a.Kind == AuditKind.Read && a.What == nameof(IMeasure)))).ShouldBe(0);
    }

    [Fact]
    public async Task Part_by_part_only_those_that_were_measured_have_a_figure()
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await app.As(Cast.MemberOfAlnas)).Open("/matt/people");

        page.Html.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Take(2).Select(c => c.TextContent)))
            .ShouldBe(["Norrsjö distrikt 4", "Alnäs 3", "Storå 1"]);
        ((int)(await (await app.As(Cast.MemberOfAlnas)).Get("/matt/nonsens")).StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task A_night_is_kept_once()
    {
        await using var app = await AppUnderTest.Start();
        for (var i = 0; i < 2; i++)
            await app.Work<NightlyPoints>(points => points.Run(new(2026, 3, 10, 1, 30, 0, TimeSpan.Zero), CancellationToken.None));

        var kept = await app.Read(db => db.MeasurePoints.Where(p => p.Code == "people").ToListAsync());

        kept.Select(p => (p.Day, p.Value)).OrderBy(p => p.Value).ShouldBe([(new(2026, 3, 9), 2), (new(2026, 3, 9), 3), (new(2026, 3, 9), 4)]);
    }

    private static Task<Sheet> Write(Sheet page, string day, string value) => page.Submit("Spara", form =>
    {
        form["Input.Day"] = day;
        form["Input.Value"] = value;
    });

    private static string Value(Sheet page) => page.Html.QuerySelector(".measure .value")!.TextContent;

    private static string Delta(Sheet page) => page.Html.QuerySelector(".measure .delta")!.TextContent;
}
