using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Import.Comparing;
using Verksam.Tests.Formats.Tables.Registers;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Import;

/// <summary>The invented register of 1,200 with every trouble, through the pages: in, undone, and in again.</summary>
public sealed class MessyRegisterTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_comes_in_is_undone_and_comes_in_again(bool workbook)
    {
        await using var app = await AppUnderTest.Start();
        var (tove, before) = (await app.As(Cast.Ombudsman), await Imported.Everybody(app));
        var (file, name) = workbook ? (RegisterFiles.Xlsx, "register.xlsx") : (RegisterFiles.Csv, "register.csv");

        var preview = await Imported.Preview(app, tove, file, Units, name: name);

        Imported.Counts(preview).ShouldBe("Nya 1193, Tveksamma 12, Avvisade 8");
        (await app.Read(db => db.ImportRows.Where(r => r.Outcome == Outcome.Refused).ToListAsync())).Select(r => r.Read().Fault!.Code).CountBy(c => c).Select(c => $"{c.Key} {c.Value}").Order(StringComparer.Ordinal)
            .ShouldBe(["date.no-such-day 1", "national-id.check-digit 3", "national-id.no-such-day 2", "no-name 1", "sum-row 1"]);
        var applied = await Imported.Apply(app, tove, preview);
        (await app.Read(db => db.People.CountAsync(p => p.RegisterNumber != null))).ShouldBe(1_193);
        (await app.Read(db => db.People.CountAsync(p => p.IsProtected))).ShouldBe(1);
        (await app.Read(db => db.People.CountAsync(p => p.Email == "familjen@example.org"))).ShouldBe(2);
        await Imported.Undo(app, tove, applied);
        (await Imported.Everybody(app)).ShouldBe(before);

        var again = await Imported.Preview(app, tove, file, Units, name: name);
        Imported.Counts(again).ShouldBe("Nya 1193, Tveksamma 12, Avvisade 8");
        await Imported.Apply(app, tove, again);
        (await app.Read(db => db.People.CountAsync(p => p.RegisterNumber != null))).ShouldBe(1_193);
        Imported.Counts(await Imported.Preview(app, tove, file, name: name)).ShouldBe("Tveksamma 12, Avvisade 8, Oförändrade 1193");
    }

    // the four names of the file are told once; they are remembered the next time
    private static void Units(Fields form)
    {
        for (var at = 0; at < 4; at++)
            form[$"Input.UnitsMeant[{at}]"] = (at % 2 == 0 ? Cast.Alnas : Cast.Stora).Id.ToString();
    }
}
