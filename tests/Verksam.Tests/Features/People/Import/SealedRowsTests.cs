using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Import;

/// <summary>A file learns nothing of who is under seal, and whoever may open the seal is asked what can be answered.</summary>
public sealed class SealedRowsTests
{
    private const string Association = "Alnäs";

    [Theory]
    [InlineData("Namn;E-post\nLena Lund;\n", "Nya 1")]
    [InlineData("Namn;E-post\nKarin Rask;lena@alnas.example\n", "Nya 1")]
    [InlineData("Namn;E-post\nLena Lund;lena@alnas.example\n", "Nya 1")]
    [InlineData("Namn;Född\nLena Lund;1961-03-20\n", "Oförändrade 1")]
    public async Task Somebody_who_may_not_open_the_seal_is_asked_nothing(string file, string counts)
    {
        await using var app = await WithSealed();
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await Imported.Preview(app, birgitta, file, unit: Association);

        Imported.Counts(page).ShouldBe(counts);
        page.Text.ShouldNotContain("Skyddad person");
    }

    [Fact]
    public async Task What_lies_under_the_seal_is_not_touched()
    {
        await using var app = await WithSealed();
        var birgitta = await app.As(Cast.AssociationChair);
        var before = await Imported.Everybody(app);

        await Imported.Apply(app, birgitta, await Imported.Preview(app, birgitta, "Namn;Född;Mobil\nLena Lund;1961-03-20;070-174 06 77\n", unit: Association));

        (await Imported.Everybody(app)).ShouldBe(before);
    }

    [Fact]
    public async Task Who_may_open_it_is_told_whom_the_row_tells_of()
    {
        await using var app = await WithSealed();
        var tove = await app.As(Cast.Ombudsman);

        var page = await Imported.Preview(app, tove, "Namn;E-post\nKarin Rask;lena@alnas.example\n");

        Imported.Counts(page).ShouldBe("Tveksamma 1");
        page.Text.ShouldContain("Är Karin Rask samma som Skyddad person?");
        page.Html.QuerySelectorAll("#tveksamma button").Select(b => b.TextContent.Trim()).ShouldBe(["Det är Skyddad person 1, Alnäs", "Två olika"]);
        (await app.Read(db => db.ImportRows.Select(r => r.Content).SingleAsync())).ShouldNotContain("Lena Lund");
    }

    private static async Task<AppUnderTest> WithSealed()
    {
        var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            var lena = await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id);
            lena.Born(new DateOnly(1961, 3, 20), null, FakeTime.Today);
            db.Add(lena.Seal("Skyddad person 1", [], FakeTime.Start));
        });
        return app;
    }
}
