using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Demo;
using Verksam.Features.People.Commands;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Import;

/// <summary><c>verksam people import</c>, <c>export</c> and <c>demo people</c>, beside a running server.</summary>
public sealed class PeopleCommandTests : IDisposable
{
    private const string Five = "Namn;E-post;PNR\nAda Rask;ada@example.org;19880412-9818\nLena Lund;lena@alnas.example;\nKarl Ek;lena@alnas.example;\nBo Ek;;19880231-9807\n;;\nSumma: 4;;\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("verksam-people-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_brought_in_and_each_refused_line_is_told()
    {
        await using var app = await AppUnderTest.Start();

        var (code, said) = await Run(app, "import", await Write(Five), "--unit", "alnas");

        (code, said.Trim()).ShouldBe((0, """
            Nya: 1
            Ändrade: 0
            Oförändrade: 1
            Borta: 0
            Tveksamma: 1
            Avvisade: 2
            Rad 5: Personnummer (blir födelsedag och kastas): dagen finns inte (19880231-••••)
            Rad 7: Ser ut som en summarad (Summa: 4)
            """));
        (await app.Read(db => db.People.SingleAsync(p => p.Name == "Ada Rask"))).UnitId.ShouldBe(Cast.Alnas.Id);
        (await app.Read(db => db.Audit.CountAsync(a => a.Through == "import" && a.By == null))).ShouldBeGreaterThan(0);
        (await app.Read(db => db.Files.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_and_leaves_no_file()
    {
        await using var app = await AppUnderTest.Start();
        var before = await Imported.Everybody(app);

        var (code, said) = await Run(app, "import", await Write(Five), "--unit", "alnas", "--dry-run", "--json");

        code.ShouldBe(0);
        var json = JsonDocument.Parse(said).RootElement;
        (json.GetProperty("applied").GetBoolean(), json.GetProperty("new").GetInt32(), json.GetProperty("refused").GetInt32()).ShouldBe((false, 1, 2));
        json.GetProperty("refusedRows").EnumerateArray().Select(r => (r.GetProperty("line").GetInt32(), r.GetProperty("code").GetString())).ShouldBe([(5, "national-id.no-such-day"), (7, "sum-row")]);
        (await Imported.Everybody(app)).ShouldBe(before);
        (await app.Read(db => db.Files.CountAsync())).ShouldBe(0);
        (await app.Read(db => db.ImportRows.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task All_or_nothing_is_nothing_when_a_row_is_refused()
    {
        await using var app = await AppUnderTest.Start();
        var before = await Imported.Everybody(app);

        var (code, said) = await Run(app, "import", await Write(Five), "--unit", "alnas", "--all-or-nothing");

        code.ShouldBe(1);
        said.ShouldContain(new Texts()["Import.Refused.NotAll"]);
        (await Imported.Everybody(app)).ShouldBe(before);
    }

    [Fact]
    public async Task When_unusually_much_would_change_it_waits_for_yes()
    {
        await using var app = await AppUnderTest.Start();
        var file = await Write("Namn;E-post;Mobil\n" + string.Concat(Cast.All.Select((p, n) => $"{p.Name};{p.Email};070-174 06 {50 + n}\n")));

        (await Run(app, "import", file, "--unit", "norrsjo")).Code.ShouldBe(3);
        (await app.Read(db => db.People.CountAsync(p => p.Phone!.StartsWith("070-174 06 5")))).ShouldBe(0);
        (await Run(app, "import", file, "--unit", "norrsjo", "--yes")).Code.ShouldBe(0);
        (await app.Read(db => db.People.CountAsync(p => p.Phone!.StartsWith("070-174 06 5")))).ShouldBe(10);
    }

    [Fact]
    public async Task What_cannot_be_is_said_and_ends_with_one()
    {
        await using var app = await AppUnderTest.Start();

        (await Run(app, "import", Path.Combine(_folder.FullName, "saknas.csv"), "--unit", "alnas")).Code.ShouldBe(1);
        (await Run(app, "import", await Write(Five), "--unit", "ingenstans")).ShouldBe((1, new Texts()["People.Command.NoUnit", "ingenstans"] + Environment.NewLine));
        (await Run(app, "import", await Write(Five), "--unit", "alnas", "--map", "Riks")).ShouldBe((1, new Texts()["People.Command.NoMap", "Riks"] + Environment.NewLine));
        (await Run(app, "import", await Write("%PDF-1.7"), "--unit", "alnas")).ShouldBe((1, new Texts()["Import.Unreadable.not-a-table"] + Environment.NewLine));
    }

    [Fact]
    public async Task What_is_exported_is_imported_without_a_change()
    {
        await using var app = await AppUnderTest.Start();
        var file = Path.Combine(_folder.FullName, "ut.xlsx");

        (await Run(app, "export", file)).Code.ShouldBe(0);
        var (code, said) = await Run(app, "import", file, "--unit", "norrsjo");

        code.ShouldBe(0);
        said.ShouldContain("Oförändrade: 10");
        said.ShouldContain("Nya: 0");
    }

    [Fact]
    public async Task Invented_people_come_into_a_demo_and_never_among_real_ones()
    {
        await using var app = await AppUnderTest.Start(); // all of the cast have addresses that cannot be
        (await Demo(app, "25")).Code.ShouldBe(0);
        (await app.Read(db => db.People.CountAsync())).ShouldBe(35);
        await app.Write(async db => (await db.People.SingleAsync(p => p.Id == Cast.Stranger.Id)).ReachFirst(Verksam.Features.People.Reach.WayKind.Email, "maja@example.org"));

        (await Demo(app, "25")).Code.ShouldBe(1);

        (await app.Read(db => db.People.CountAsync())).ShouldBe(35);
    }

    private async Task<string> Write(string text)
    {
        var path = Path.Combine(_folder.FullName, "in.csv");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    private static Task<(int Code, string Said)> Run(AppUnderTest app, params string[] words) => Say(app, settings => new PeopleCommands(new Texts(), settings, app.Clock).People(), words);

    private static Task<(int Code, string Said)> Demo(AppUnderTest app, string count) => Say(app, settings => new DemoCommands(new Texts(), settings, app.Clock).Demo(), ["people", count]);

    private static async Task<(int Code, string Said)> Say(AppUnderTest app, Func<IConfiguration, System.CommandLine.Command> command, string[] words)
    {
        var installation = app.Services.GetRequiredService<Installation>();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("VERKSAM_DATA", installation.DataFolder), new("ConnectionStrings:Verksam", installation.PostgresConnection)]).Build();
        await using var said = new StringWriter();
        var code = await command(settings).Parse(words).InvokeAsync(new() { Output = said, Error = said }, TestContext.Current.CancellationToken);
        return (code, said.ToString());
    }
}
