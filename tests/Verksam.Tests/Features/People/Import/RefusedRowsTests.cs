using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Import;

/// <summary>What could not be taken is told all at once, and comes back as a file to mend.</summary>
public sealed class RefusedRowsTests
{
    private const string File = "Mnr;Namn;Personnummer;Förening;Medlem sedan;E-post\n77;Eva Ström;19610320-1234;Okänd by;2026-02-31;eva\n78;Bo Ek;;Alnäs;2024-02-03;bo@example.org\n";

    [Fact]
    public async Task All_that_is_wrong_with_a_row_is_told_at_once()
    {
        await using var app = await AppUnderTest.Start();

        var page = await Imported.Preview(app, await app.As(Cast.Ombudsman), File);

        Imported.Counts(page).ShouldBe("Nya 1, Avvisade 1");
        var said = page.Html.QuerySelector("#avvisade tbody tr")!.TextContent;
        foreach (var part in new[] { "Eva Ström", "Rad 2", "Personnummer (", "Förening:", "Gick med:", "E-post:" })
            said.ShouldContain(part);
        said.ShouldNotContain("1234");
    }

    [Fact]
    public async Task Who_has_left_and_is_not_here_stands_whole_in_the_file_of_the_refused()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var page = await Imported.Preview(app, tove, "Namn;E-post;Relation;Gick med\nBo Ek;bo@example.org;Tidigare medlem;3/2 2024\nEva Ström;eva@example.org;Medlem;5/3 2024\n");

        page.Html.QuerySelector("#nya tbody tr")!.TextContent.ShouldContain("Medlem. Gick med 5 mars 2024");
        var refused = Encoding.UTF8.GetString(await (await tove.Get(page.Url + "?handler=Refused")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        refused.ShouldContain("Bo Ek;bo@example.org;Tidigare medlem;3/2 2024");
    }

    [Fact]
    public async Task The_file_of_the_refused_is_mended_and_brought_in_by_itself()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var page = await Imported.Apply(app, tove, await Imported.Preview(app, tove, File));

        var refused = Encoding.UTF8.GetString(await (await tove.Get(page.Url + "?handler=Refused")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        refused.ShouldContain("Mnr;Namn;Personnummer;Förening;Medlem sedan;E-post");
        refused.ShouldNotContain("1234");
        var mended = refused.Replace("19610320-\u2022\u2022\u2022\u2022", "", StringComparison.Ordinal).Replace("Okänd by", "Storå", StringComparison.Ordinal).Replace("2026-02-31", "2026-02-28", StringComparison.Ordinal);

        await Imported.Apply(app, tove, await Imported.Preview(app, tove, mended));

        (await app.Read(db => db.People.Where(p => p.RegisterNumber == "77").Select(p => new { p.Name, p.UnitId }).SingleAsync())).ShouldBe(new { Name = "Eva Ström", UnitId = Cast.Stora.Id });
    }

    [Fact]
    public async Task A_file_with_headings_and_no_rows_is_refused_when_it_is_brought_in()
    {
        await using var app = await AppUnderTest.Start();

        (await Imported.BringIn(app, await app.As(Cast.Ombudsman), "Namn;E-post\n"u8.ToArray())).Errors.ShouldBe(["Det finns inga rader i filen."]);
    }
}
