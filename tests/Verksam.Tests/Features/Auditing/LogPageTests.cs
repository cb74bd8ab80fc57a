using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Auditing;
using Verksam.Features.Structure;
using Verksam.Kernel.Audit;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Auditing;

public sealed class LogPageTests
{
    [Fact]
    public async Task A_change_is_told_in_words_with_from_and_to_and_a_link()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.GroupLeader.Id, null, null, FakeTime.Start));
        await app.Write(async db =>
        {
            db.Actor.Is(Cast.Ombudsman.Id.Value, "web");
            (await db.Commitments.SingleAsync(c => c.OwnerId == Cast.GroupLeader.Id)).HandTo(Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id, null, FakeTime.Start);
        });

        var page = await (await app.As(Cast.Ombudsman)).Open("/logg?rum=planen&slag=andringar");

        var row = page.Html.QuerySelector(".log li")!;
        Words(row).ShouldBe("10 mars 09.30 Tove Hallström ändrade åtagande: 1.1, Norrsjö distrikt 2026 inloggad "
            + "Ersättare Yusuf Demir Ansvarig Yusuf Demir → Lena Lund");
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe("/planen/2026/1.1");
    }

    [Fact]
    public async Task One_act_that_wrote_more_than_one_thing_is_told_once()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.GroupLeader.Id, null, null, FakeTime.Start));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await (await (await app.As(Cast.GroupLeader)).Open("/planen/2026/1.1")).Submit("Spara", form => form["Input.Text"] = "Gästen är bokad");

        var act = (await (await app.As(Cast.Ombudsman)).Open("/logg?rum=planen&slag=andringar")).Html.QuerySelector(".log li")!;

        act.QuerySelectorAll("time").Length.ShouldBe(1);
        act.QuerySelectorAll(".did").Select(d => Words(d).Split(':')[0]).ShouldBe(["Yusuf Demir lade till rapport om åtagande", "ändrade åtagande"]);
    }

    [Fact]
    public async Task Somebody_who_read_about_somebody_else_is_there()
    {
        await using var app = await AppUnderTest.Start();
        await (await app.As(Cast.Ombudsman)).Open($"/manniskor/{Cast.MemberOfAlnas.Id}");

        var page = await (await app.As(Cast.Administrator)).Open("/logg?slag=lasningar");

        Rows(page).ShouldBe(["10 mars 09.30 Tove Hallström läste uppgifter om en människa: Lena Lund inloggad"]);
    }

    [Fact]
    public async Task What_is_personal_is_told_to_have_changed_and_no_more()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db => (await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id)).Describe(Cast.MemberOfAlnas.Name, "hemlig@alnas.example", null));

        var page = await (await app.As(Cast.Administrator)).Open("/logg?om=Lena&slag=andringar");

        Did(page).ShouldContain(d => d.EndsWith("E-post ändrat, visas inte Telefon ändrat, visas inte", StringComparison.Ordinal));
        page.Text.ShouldNotContain("hemlig@");
    }

    [Fact]
    public async Task One_sees_what_concerns_the_units_where_one_may_read_and_nothing_else()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app, unit: Cast.Stora);
        await Planned.Adopted(app, unit: Cast.Alnas);
        await app.Write(db => Task.FromResult(db.Add(new Group(Cast.Stora.Id, "Styrelsen"))));

        var all = await app.Read(db => db.Audit.ToListAsync());
        var byBirgitta = await Seen(app, Cast.AssociationChair);
        var byGoran = await Seen(app, Cast.Auditor);
        var bySiv = await Seen(app, Cast.Administrator);

        bySiv.Count.ShouldBe(all.Count);
        byBirgitta.Where(e => e.What == "Person").Select(e => e.WhatId).ShouldBe(
            new[] { Cast.AssociationChair, Cast.GroupLeader, Cast.MemberOfAlnas }.Select(p => p.Id.Value), ignoreOrder: true);
        byBirgitta.Select(e => e.What).Distinct().ShouldBe(["Person", "Way", "Relation", "Assignment", "Unit", "Plan", "PlanVersion", "Commitment"], ignoreOrder: true);
        byBirgitta.Count(e => e.What == "Commitment").ShouldBe(all.Count(e => e.What == "Commitment") / 2);
        byGoran.Where(e => e.What == "Unit").Select(e => e.WhatId).ShouldBe([Cast.District.Id.Value]);
        byGoran.Select(e => e.What).Distinct().ShouldBe(["Person", "Way", "Relation", "Assignment", "Unit", "Role"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("av=tove", 1)]
    [InlineData("av=siv", 0)]
    [InlineData("om=lund&slag=andringar&fran=2026-03-11", 4)] // her details, her address, her number and her membership
    [InlineData("fran=2026-03-11&slag=andringar", 5)]
    [InlineData("fran=2026-03-11&slag=andringar&rum=organisationen", 1)]
    [InlineData("fran=2026-03-11&till=2026-03-11&slag=andringar", 0)]
    [InlineData("fran=2026-03-12&till=2026-03-12&slag=andringar", 5)]
    [InlineData("fran=2026-03-13&slag=andringar", 0)]
    public async Task One_chooses_by_whom_about_whom_what_and_when(string query, int rows)
    {
        await using var app = await AppUnderTest.Start();
        app.Clock.Set(FakeTime.Start.AddDays(2));
        await app.Write(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id)).Describe(Cast.MemberOfAlnas.Name, null, null);
            (await db.Relations.SingleAsync(r => r.PersonId == Cast.MemberOfAlnas.Id)).EndBefore(new DateOnly(2027, 1, 1));
        });
        await app.Write(async db =>
        {
            db.Actor.Is(Cast.Ombudsman.Id.Value, "web");
            (await db.Units.SingleAsync(u => u.Id == Cast.Alnas.Id)).Paint("#1f6a45");
        });

        var page = await (await app.As(Cast.Administrator)).Open("/logg?" + query);

        Did(page).Count.ShouldBe(rows, page.Text);
    }

    [Fact]
    public async Task Reading_about_people_here_is_noted_once_a_view_and_about_the_one_who_was_asked_for()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Administrator);

        await siv.Open("/logg?om=Lena+Lund");
        await siv.Open("/logg?rum=organisationen"); // nothing about people

        var noted = await app.Read(db => db.Audit.Where(e => e.Kind == AuditKind.Read).ToListAsync());
        noted.Select(e => (e.What, e.WhatId, e.By)).ShouldBe([("AuditEntry", Cast.MemberOfAlnas.Id.Value, Cast.Administrator.Id.Value)]);
    }

    [Fact]
    public async Task As_a_file_it_is_noted_and_no_cell_is_a_formula()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            db.Actor.Because("=HYPERLINK(\"https://evil.example\";\"tryck\")");
            (await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id)).MoveTo(Cast.Stora.Id);
        });
        var siv = await app.As(Cast.Administrator);
        var page = await siv.Open("/logg?om=Lena&slag=andringar");

        var answer = await siv.Get(page.Html.QuerySelector("a[download]")!.GetAttribute("href")!);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("\"När\";\"Vem\";\"Hur\";\"Gjorde\";\"Vad\";\"Gäller\";\"Ändrat\";\"Varför\"");
        lines[1].ShouldBe("\"2026-03-10 09:30:00\";\"\";\"av sig självt\";\"ändrade\";\"uppgifter om en människa\";\"Lena Lund\";"
            + "\"Del av organisationen: Alnäs → Storå\";\"'=HYPERLINK(\"\"https://evil.example\"\";\"\"tryck\"\")\"");
        lines.Length.ShouldBe(6); // and that she, her two ways to be reached and what she is were added
        (await app.Read(db => db.Audit.CountAsync(e => e.What == "AuditFile" && e.WhatId == Cast.MemberOfAlnas.Id.Value))).ShouldBe(1);
    }

    [Fact]
    public async Task A_long_log_is_read_a_page_at_a_time()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            db.AddRange(Enumerable.Range(0, 60).Select(i => new Group(Cast.Alnas.Id, $"Grupp {i}")));
            return Task.CompletedTask;
        });
        var birgitta = await app.As(Cast.AssociationChair);

        var first = await birgitta.Open("/logg");
        var second = await birgitta.Open(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Did(first).Count.ShouldBe(50);
        Did(second).Count.ShouldBeGreaterThan(10);
        Did(first).Intersect(Did(second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_longer_log_asks_no_more_questions()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Administrator);
        await siv.Get("/logg?om=Lena");
        Task<int> Questions(string url) => app.Queries.During(() => siv.Get(url));

        var few = await Questions("/logg?om=Lena&slag=andringar");
        (await Questions("/logg?om=e&slag=andringar")).ShouldBe(few);
    }

    [Fact]
    public async Task No_secret_is_in_the_trail()
    {
        await using var app = await AppUnderTest.Start();
        await (await app.Anybody().Open("/logga-in")).Submit("Skicka en länk till mig", form => form["Input.Email"] = Cast.Ombudsman.Email);
        await app.SendLetters();
        var link = app.Post.HandedOver.Single().Text.Split('\n').Single(l => l.Contains("/lank/", StringComparison.Ordinal)).Split('.')[^1];

        var trail = await app.Read(db => db.Audit.Select(e => e.Changes).ToListAsync());

        link.Length.ShouldBe(64);
        trail.ShouldNotContain(changes => new[] { link, "assword", "Stamp", "Token" }.Any(secret => changes.Contains(secret, StringComparison.Ordinal)));
    }

    private static Task<List<AuditEntry>> Seen(AppUnderTest app, Someone person) => app.Read(async db =>
        await db.Audit.VisibleTo(await Me.Of(app, person), db).ToListAsync());

    // what was done in one moment stands together
    private static List<string> Did(Sheet page) => [.. page.Html.QuerySelectorAll(".log .did").Select(Words)];

    private static List<string> Rows(Sheet page) => [.. page.Html.QuerySelectorAll(".log li").Select(Words)];

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
