using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Notes;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Protection;

/// <summary>No seal hides what notes tell: those that name the person are shown before it is set.</summary>
public sealed class NotesBeforeSealTests
{
    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task The_notes_that_name_the_person_are_shown_before_and_go_there()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            db.AddRange(new[] { "Ring LENAS mamma.", "Vill baka.", "Bor på Lundgatan." }.Select((t, i) => new PersonNote(Cast.MemberOfAlnas.Id, Cast.AssociationChair.Id, t, FakeTime.Start.AddMinutes(-i))));
            return Task.CompletedTask;
        });
        var page = await (await app.As(Cast.Ombudsman)).Open(Lena + "/skydd");
        page.Text.ShouldContain("Två anteckningar nämner namnet");
        page.Html.QuerySelectorAll(".log .written").Select(n => n.TextContent).ShouldBe(["Ring LENAS mamma.", "Bor på Lundgatan."]);

        page = await page.Submit("Ta bort anteckningen från 09.30");

        page.Url.ShouldBe(Lena + "/skydd");
        page.Text.ShouldContain("En anteckning nämner namnet");
        page = await page.Submit("Ångra");
        page.Url.ShouldBe(Lena + "/skydd");
        page.Html.QuerySelectorAll(".log .written").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_note_without_the_name_is_only_pointed_to()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Task.FromResult(db.Add(new PersonNote(Cast.MemberOfAlnas.Id, null, "Vill baka.", FakeTime.Start))));

        var page = await (await app.As(Cast.Ombudsman)).Open(Lena + "/skydd");

        page.Html.QuerySelectorAll(".log .written").ShouldBeEmpty();
        (await page.Follow("Alla anteckningar")).Text.ShouldContain("Vill baka.");
    }

    [Theory]
    [InlineData("Bo Ek", null, "Träffade Bo i går", true)]
    [InlineData("Bo Ek", null, "Boende i veckan", false)]
    [InlineData("Anna-Lena Lund", null, "annas bror", true)]
    [InlineData("Anna-Lena Lund", "Mysan", "Fråga mysan", true)]
    [InlineData("Anna-Lena Lund", null, "", false)]
    public void A_text_tells_who_it_is_by_any_word_of_the_name(string name, string? called, string text, bool tells)
    {
        var person = Person.Welcome(name, null, null, Cast.Alnas.Id);
        person.Rename(name, called).ShouldBeNull();

        person.IsToldBy(text).ShouldBe(tells);
    }
}
