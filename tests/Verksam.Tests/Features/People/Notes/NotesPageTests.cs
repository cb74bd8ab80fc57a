using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Notes;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Notes;

/// <summary>What is written of somebody, who may read it.</summary>
public sealed class NotesPageTests
{
    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task The_one_it_is_about_reads_what_stands_there_by_whom_and_cannot_change_it()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.GroupLeader)).Open(Lena);
        page.Text.ShouldContain("Lena kan själv läsa det som står här.");
        page = await page.Submit("Spara anteckningen", form => form["Text"] = "Vill baka till torget.");
        page.Text.ShouldContain("Vill baka till torget.");

        var own = await (await app.As(Cast.MemberOfAlnas)).Open(Lena);

        own.Text.ShouldContain("Vill baka till torget.");
        own.Text.ShouldContain("Yusuf Demir");
        own.Html.QuerySelector("#anteckning").ShouldBeNull();
        (await (await app.As(Cast.MemberOfAlnas)).Get(Lena + "/anteckningar")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Read(db => db.Audit.SingleAsync(e => e.What == nameof(PersonNote)))).Changes.ShouldNotContain("baka");
    }

    [Fact]
    public async Task Who_wrote_it_and_who_edits_may_remove_it_and_take_that_back()
    {
        await using var app = await AppUnderTest.Start();
        await Write(app, Cast.AssociationChair, "Skriven av Birgitta.");
        var yusuf = await app.As(Cast.GroupLeader);
        (await yusuf.Open(Lena + "/anteckningar")).Html.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Ta bort anteckningen"));
        await Write(app, Cast.GroupLeader, "Skriven av Yusuf.");
        (await yusuf.Open(Lena + "/anteckningar")).Html.QuerySelectorAll("button").Count(b => b.TextContent.Contains("anteckningen från", StringComparison.Ordinal)).ShouldBe(1);

        var birgitta = await app.As(Cast.AssociationChair);
        var page = await (await birgitta.Open(Lena + "/anteckningar")).Submit("Ta bort anteckningen från 09.30");
        (await app.Read(db => db.PersonNotes.CountAsync())).ShouldBe(1);
        page = await page.Submit("Ångra");
        page.Text.ShouldContain("Skriven av Yusuf. Yusuf Demir");
        page.Text.ShouldContain("Skriven av Birgitta. Birgitta Åman");
    }

    [Fact]
    public async Task Nobody_removes_what_somebody_else_wrote_by_a_form_of_ones_own()
    {
        await using var app = await AppUnderTest.Start();
        await Write(app, Cast.AssociationChair, "Skriven av Birgitta.");
        var note = await app.Read(db => db.PersonNotes.Select(n => n.Id).SingleAsync());
        var page = await (await app.As(Cast.GroupLeader)).Open(Lena + "/anteckningar");
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Text", "x")]);

        (await (await app.As(Cast.GroupLeader)).Post($"{Lena}/anteckningar?handler=Remove&note={note}", form)).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        (await app.Read(db => db.PersonNotes.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_one_is_asked_for_again_and_nothing_is_saved()
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.GroupLeader)).Open(Lena)).Submit("Spara anteckningen", form => form["Text"] = "  ");

        page.Errors.Count.ShouldBe(1);
        (await app.Read(db => db.PersonNotes.AnyAsync())).ShouldBeFalse();
    }

    private static async Task Write(AppUnderTest app, Someone by, string text) =>
        await (await (await app.As(by)).Open(Lena)).Submit("Spara anteckningen", form => form["Text"] = text);
}
