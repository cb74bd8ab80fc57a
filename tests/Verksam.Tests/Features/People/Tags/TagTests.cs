using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Listing;
using Verksam.Features.People.Tags;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Tags;

/// <summary>Words that people are marked with, in a unit and below.</summary>
public sealed class TagTests
{
    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task A_new_one_is_made_where_it_is_needed_and_shown_with_when_and_by_whom()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open(Lena + "/etiketter")).Submit("Spara", form => form["New"] = " Bakar  gott ");

        page.Text.ShouldContain("Bakar gott 09.30, Birgitta Åman");
        (await (await app.As(Cast.MemberOfAlnas)).Open(Lena)).Text.ShouldContain("Bakar gott"); // what is kept of one, one may see
        var tag = await Tag(app);
        page = await (await birgitta.Open(Lena + "/etiketter")).Submit("Spara", form => form.Leave($"On[{tag}]"));
        page.Text.ShouldContain("Inga etiketter.");
    }

    [Fact]
    public async Task The_districts_can_be_used_in_the_association_and_the_associations_only_there()
    {
        await using var app = await AppUnderTest.Start();
        await Make(app, Cast.District, "Talar");
        await Make(app, Cast.Stora, "Seglar");

        var page = await (await app.As(Cast.AssociationChair)).Open(Lena + "/etiketter");

        page.Html.QuerySelectorAll(".chips label").Select(l => l.TextContent.Trim()).ShouldBe(["Talar"]);
        page.Html.QuerySelectorAll("#Unit option").Select(o => o.TextContent).ShouldBe(["Alnäs"]); // she makes none for the district
    }

    [Fact]
    public async Task Two_are_merged_into_one_and_nobody_has_it_twice()
    {
        await using var app = await AppUnderTest.Start();
        var (fika, bakar) = (await Make(app, Cast.Alnas, "Fika"), await Make(app, Cast.District, "Bakar"));
        await Set(app, fika, Cast.MemberOfAlnas, Cast.GroupLeader);
        await Set(app, bakar, Cast.MemberOfAlnas);
        var settings = await (await app.As(Cast.Ombudsman)).Open("/installningar/etiketter");

        var narrow = await settings.Submit("Slå ihop", form => (form["from"], form["into"]) = (bakar.ToString(), fika.ToString()));
        narrow.Errors.ShouldBe(["Den andra etiketten gäller inte överallt där den första finns. Byt plats på dem."]);
        var page = await settings.Submit("Slå ihop", form => (form["from"], form["into"]) = (fika.ToString(), bakar.ToString()));

        page.Text.ShouldContain("Alla med Fika har nu Bakar.");
        (await app.Read(db => db.Taggings.Where(t => t.TagId == bakar).CountAsync())).ShouldBe(2);
        (await app.Read(db => db.Tags.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task One_that_people_have_is_removed_only_when_that_is_said()
    {
        await using var app = await AppUnderTest.Start();
        await Set(app, await Make(app, Cast.Alnas, "Fika"), Cast.MemberOfAlnas, Cast.GroupLeader);

        var page = await (await (await app.As(Cast.AssociationChair)).Open("/installningar/etiketter")).Submit("Ta bort Fika, Alnäs");
        page.Errors.ShouldBe(["Etiketten Fika finns på 2. Vill du ta bort den även där?"]);
        page = await page.Submit("Ta bort den även för de två som har den");

        page.Text.ShouldContain("Etiketten Fika är borttagen.");
        (await app.Read(db => db.Taggings.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task All_who_are_chosen_get_it_once_and_lose_it_with_one_press()
    {
        await using var app = await AppUnderTest.Start();
        var tag = await Make(app, Cast.Alnas, "Fika");
        await Set(app, tag, Cast.GroupLeader);
        var choice = await Choose(app, Cast.Ombudsman, Cast.MemberOfAlnas, Cast.GroupLeader, Cast.MemberOfStora);
        var page = await (await app.As(Cast.Ombudsman)).Open($"/manniskor/tagga?val={choice}");
        page.Text.ShouldContain("Tre valda.");

        page = await page.Submit("Sätt etiketten", form => form["Tag"] = tag.ToString());
        page.Text.ShouldContain("En fick etiketten Fika."); // one had it, and the one of Storå is not in Alnäs
        page = await page.Submit("Ångra");

        (await app.Read(db => db.Taggings.Select(t => t.PersonId).ToListAsync())).ShouldBe([Cast.GroupLeader.Id]);
        (await (await app.As(Cast.AssociationChair)).Get($"/manniskor/tagga?val={choice}")).StatusCode.ShouldBe(HttpStatusCode.NotFound); // somebody else's choice
    }

    [Fact]
    public async Task A_tag_that_would_be_on_nobody_is_refused_and_not_made()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.Ombudsman)).Open($"/manniskor/tagga?val={await Choose(app, Cast.Ombudsman, Cast.MemberOfAlnas)}");

        page = await page.Submit("Sätt etiketten", form => (form["New"], form["Unit"]) = ("Seglar", Cast.Stora.Id.ToString()));

        page.Errors.ShouldBe(["Ingen av de valda hör till Storå, där etiketten gäller. Välj en annan plats, eller andra människor."]);
        page.Html.QuerySelector("#New")!.GetAttribute("value").ShouldBe("Seglar");
        (await app.Read(db => db.Tags.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task That_all_have_it_already_is_said()
    {
        await using var app = await AppUnderTest.Start();
        var tag = await Make(app, Cast.Alnas, "Fika");
        await Set(app, tag, Cast.MemberOfAlnas);

        var page = await (await (await app.As(Cast.Ombudsman)).Open($"/manniskor/tagga?val={await Choose(app, Cast.Ombudsman, Cast.MemberOfAlnas)}")).Submit("Sätt etiketten", form => form["Tag"] = tag.ToString());

        page.Errors.ShouldBe(["De av de valda som hör till Alnäs har redan etiketten Fika."]);
    }

    [Fact]
    public async Task One_is_chosen_or_written_and_not_both()
    {
        await using var app = await AppUnderTest.Start();
        var tag = await Make(app, Cast.Alnas, "Fika");

        var page = await (await (await app.As(Cast.Ombudsman)).Open($"/manniskor/tagga?val={await Choose(app, Cast.Ombudsman, Cast.MemberOfAlnas)}"))
            .Submit("Sätt etiketten", form => (form["Tag"], form["New"], form["Unit"]) = (tag.ToString(), "Seglar", Cast.Alnas.Id.ToString()));

        page.Errors.ShouldBe(["Välj en etikett eller skriv en ny, inte båda."]);
        (await app.Read(db => db.Taggings.AnyAsync())).ShouldBeFalse();
        (await app.Read(db => db.Tags.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_tag_that_was_made_for_it_goes_with_the_undo_unless_somebody_else_has_it(bool another, int left)
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.Ombudsman)).Open($"/manniskor/tagga?val={await Choose(app, Cast.Ombudsman, Cast.MemberOfAlnas)}");
        page = await page.Submit("Sätt etiketten", form => (form["New"], form["Unit"]) = ("Seglar", Cast.Alnas.Id.ToString()));
        page.Text.ShouldContain("En fick etiketten Seglar.");
        if (another)
            await Set(app, await Tag(app), Cast.GroupLeader);

        await page.Submit("Ångra");

        (await app.Read(db => db.Tags.CountAsync())).ShouldBe(left);
        (await app.Read(db => db.Taggings.AnyAsync(t => t.PersonId == Cast.MemberOfAlnas.Id))).ShouldBeFalse();
    }

    private static async Task<Id<Tag>> Make(AppUnderTest app, Unit unit, string name)
    {
        var tag = new Tag(unit.Id, name);
        await app.Write(db => Task.FromResult(db.Tags.Add(tag)));
        return tag.Id;
    }

    private static Task Set(AppUnderTest app, Id<Tag> tag, params Someone[] people) =>
        app.Write(db => { db.Taggings.AddRange(people.Select(p => new Tagging(tag, p.Id, Cast.Ombudsman.Id, FakeTime.Start.AddDays(-1)))); return Task.CompletedTask; });

    private static Task<Id<Tag>> Tag(AppUnderTest app) => app.Read(db => db.Tags.Select(t => t.Id).SingleAsync());

    private static async Task<Id<Chosen>> Choose(AppUnderTest app, Someone by, params Someone[] people)
    {
        var chosen = new Chosen(by.Id.Value, FakeTime.Start, null, people.Select(p => p.Id));
        await app.Write(db => Task.FromResult(db.Chosen.Add(chosen)));
        return chosen.Id;
    }
}
