using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Backups;
using Verksam.Kernel.Bulk;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary><c>verksam demo people N</c>: so many invented people into the database of a demo, or into an empty one, for measuring.</summary>
internal sealed class DemoCommands(Texts texts, IConfiguration configuration, TimeProvider clock)
{
    private const int Some = 5_000, OldestYears = 80, YoungestYears = 18;

    private readonly Argument<int> _count = new("N") { Description = texts["Ui.Command.DemoCount"] };

    public Command Demo()
    {
        var people = new Command("people", texts["Ui.Command.DemoPeople"]) { _count };
        people.SetAction((parsed, cancelled) => Add(parsed.GetRequiredValue(_count), parsed.InvocationConfiguration, cancelled));
        return new Command("demo", texts["Ui.Command.DemoThings"]) { people };
    }

    private async Task<int> Add(int count, InvocationConfiguration console, CancellationToken cancelled)
    {
        try
        {
            var installation = Installation.From(configuration, demo: false);
            PrivateFolder.Make(installation.DataFolder);
            await using var bench = new Workbench(installation, clock);
            await Database.Prepare(bench.Db, installation, clock);
            if (!await IsInvented(bench.Db, cancelled))
                throw new CannotStart("Ui.DemoRefused");
            bench.Db.Actor.Is(null, "demo");
            await Write(bench.Db, count, cancelled);
            await console.Output.WriteLineAsync(texts["Ui.Demo.Added", count]);
            return 0;
        }
        catch (Exception trouble) when (trouble is CannotStart or DbException)
        {
            await console.Error.WriteLineAsync(trouble is CannotStart ? trouble.Message : texts["Ui.Backup.Database", trouble.Message]);
            return 1;
        }
    }

    // never among real people
    private static async Task<bool> IsInvented(AppDb db, CancellationToken cancelled) =>
        await db.Settings.AnyAsync(s => s.Name == DemoStart.Began, cancelled) || !await db.People.AnyAsync(p => p.Email == null || !p.Email.EndsWith(".example"), cancelled);

    private async Task Write(AppDb db, int count, CancellationToken cancelled)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancelled);
        var units = await db.Units.Where(u => u.ParentId != null).Select(u => u.Id).ToListAsync(cancelled);
        if (units.Count == 0)
            units = await Found(db, cancelled);
        var (dice, before) = (new Dice(14), await db.People.CountAsync(cancelled));
        for (var at = 0; at < count; at += Some)
        {
            var made = Enumerable.Range(at, Math.Min(Some, count - at)).Select(n => Person(dice, before + n, units)).ToList();
            await db.AddMany([made.Select(m => m.Person), made.SelectMany(m => m.Person.Ways), made.Select(m => m.Relation)], cancelled);
        }
        await db.SaveChangesAsync(cancelled);
        await whole.CommitAsync(cancelled);
    }

    private (Person Person, Relation Relation) Person(Dice dice, int number, List<Id<Unit>> units)
    {
        var today = new OurTime(clock).Today;
        var stock = dice.Of(Names.Stocks);
        var person = Features.People.Person.Welcome($"{dice.Of(stock.First)} {dice.Of(stock.Last)}", string.Create(CultureInfo.InvariantCulture, $"p{number}@norrliden.example"), Phones.Number(number), dice.Of(units));
        person.Born(today.AddYears(-YoungestYears - dice.Below(OldestYears - YoungestYears)).AddDays(-dice.Below(365)), null, today);
        person.IsNumbered(string.Create(CultureInfo.InvariantCulture, $"D{number:0000000}"));
        return (person, new Relation(person.Id, dice.OneIn(10) ? RelationKind.Sympathiser : RelationKind.Member, person.UnitId, today.AddDays(-dice.Below(4_000))));
    }

    private static async Task<List<Id<Unit>>> Found(AppDb db, CancellationToken cancelled)
    {
        var district = Unit.Root(Places.District, UnitKind.District, Places.DistrictColour);
        var places = Places.All.Select(p => district.Found(p.Name, UnitKind.Association)).ToList();
        db.AddRange([district, .. places]);
        await db.SaveChangesAsync(cancelled);
        return places.ConvertAll(p => p.Id);
    }
}
