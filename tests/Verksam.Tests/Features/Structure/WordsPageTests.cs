using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Structure;

public sealed class WordsPageTests
{
    private const string Url = "/installningar/ord";

    [Fact]
    public async Task Own_words_are_said_all_over_and_at_once()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        var (siv, lena) = (await app.As(Cast.Administrator), await app.As(Cast.MemberOfAlnas));
        (await lena.Open("/organisation")).Heading.ShouldBe("Föreningar");

        var saved = await (await siv.Open(Url)).Submit("ett fackförbund");

        saved.Text.ShouldContain("Orden är sparade.");
        (await lena.Open("/organisation")).Heading.ShouldBe("Klubbar");
        (await lena.Open("/organisation")).Text.ShouldContain("klubb");
        await (await siv.Open(Url)).Submit("ett parti");
        (await lena.Open("/organisation")).Heading.ShouldBe("Föreningar");
    }

    [Fact]
    public async Task A_word_is_written_in_its_forms_and_begins_a_sentence_with_a_capital()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Administrator);

        await (await siv.Open(Url)).Submit("Spara", form =>
        {
            form["plan.0"] = "ett arbetsprogram";
            form["plan.1"] = "arbetsprogram";
            form["association.3"] = "öar";
        });

        (await siv.Open("/organisation")).Heading.ShouldBe("Öar");
        (await siv.Open(Url)).Html.QuerySelector("#plan_1")!.GetAttribute("value").ShouldBe("arbetsprogram");
    }

    [Theory]
    [InlineData("")]
    [InlineData("klubb [associations]")]
    [InlineData("klubb {0}")]
    [InlineData("klubb|klubbar")]
    public async Task What_is_no_word_is_refused_and_kept_in_the_form(string word)
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.Administrator)).Open(Url)).Submit("Spara", form => form["association.1"] = word);

        page.Errors.Count.ShouldBe(1);
        page.Html.QuerySelector("#association_1")!.GetAttribute("value").ShouldBe(word);
    }

    [Fact]
    public async Task A_role_is_renamed_on_peoples_assignments()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Administrator);

        await (await siv.Open(Url)).Submit("Spara", form => form["role.organiser"] = "Kanslist");

        (await app.Read(db => db.Roles.Where(r => r.Code == "organiser").Select(r => r.Name).SingleAsync())).ShouldBe("Kanslist");
        (await siv.Open("/manniskor")).Text.ShouldContain("Kanslist");
    }

    [Fact]
    public async Task English_has_words_of_its_own()
    {
        await using var app = await AppUnderTest.Start();
        await (await (await app.As(Cast.Administrator)).Open(Url)).Submit("ett fackförbund");
        var lena = await app.As(Cast.MemberOfAlnas);
        await lena.Open("/sprak/en?till=/konto");

        (await lena.Open("/organisation")).Heading.ShouldBe("Associations");
    }
}
