using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Files;

/// <summary>The program in a process of its own: what it loads, and what a kill leaves.</summary>
public sealed class OwnProcessTests
{
    private const int Kills = 6;

    [Fact]
    public async Task What_speaks_to_a_service_far_away_is_loaded_only_when_one_is_set()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "Only Linux shows what a process has loaded.");
        var far = await PlaceUnderTest.Of(Where.S3);
        foreach (var (set, isLoaded) in new[] { (new Dictionary<string, string>(), false), (far.Set, true) })
        {
            await using var database = await TestDatabase.Make(await Templates.WithCast);
            using var program = await RunningProgram.Start(database, set);
            await program.SignIn(Cast.Ombudsman);
            await program.Http.GetStringAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken);

            var loaded = await File.ReadAllTextAsync($"/proc/{program.Id}/maps", TestContext.Current.CancellationToken);

            loaded.ShouldContain("/Microsoft.EntityFrameworkCore.dll", Case.Sensitive); // what is loaded can be seen
            loaded.Contains("/AWSSDK.", StringComparison.Ordinal).ShouldBe(isLoaded);
        }
    }

    [Fact]
    public async Task A_kill_between_the_bytes_and_their_row_leaves_nothing_that_a_person_sees_broken()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        RunningProgram.Pass? pass = null;
        for (var kill = 0; kill <= Kills; kill++)
        {
            using var program = await RunningProgram.Start(database, folder.Set);
            pass ??= await program.SignIn(Cast.Ombudsman);
            await Live(program, pass, folder, kill);
        }
        await database.Close();

        await using var app = await AppUnderTest.In(database, folder.Settings);
        var rows = await app.Read(db => db.Files.Select(f => f.Id).ToListAsync());
        rows.Count.ShouldBeInRange(1, Kills + 1);
        foreach (var row in rows)
            (await app.Read(row)).ShouldBe(Brought.Plan);
        await app.Sweep(TimeSpan.FromHours(25));
        (await folder.Names()).Order(StringComparer.Ordinal).ShouldBe(rows.Select(r => r.ToString()).Order(StringComparer.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine($"{rows.Count} of {Kills + 1} were saved");
    }

    private static async Task Live(RunningProgram program, RunningProgram.Pass pass, PlaceUnderTest folder, int kill)
    {
        var send = Send(program, pass, 2027 + kill);
        await (kill == 0 ? send : UntilPut(folder, kill));
        program.Kill();
        await Swallow(send);
    }

    // the bytes are there and the row is being written, or the bytes are on their way
    private static async Task UntilPut(PlaceUnderTest folder, int kill)
    {
        var before = (await folder.Names()).Count;
        for (var tries = 0; tries < 2_000 && (await folder.Names()).Count == before; tries++)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await Task.Delay(kill * kill * 5, TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> Send(RunningProgram program, RunningProgram.Pass pass, int year) => program.Http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/planen/ta-in")
    {
        Headers = { { "Cookie", pass.Cookies } },
        Content = new MultipartFormDataContent
        {
            { new StringContent(Cast.District.Id.ToString()), "Input.Unit" },
            { new StringContent($"{year}"), "Input.Year" },
            { new StringContent(pass.Token), "__RequestVerificationToken" },
            { new ByteArrayContent(Brought.Plan), "Input.File", $"plan-{year}.txt" },
        },
    });

    private static async Task Swallow(Task<HttpResponseMessage> sent)
    {
        try
        {
            (await sent).Dispose();
        }
        catch (HttpRequestException)
        {
            // it was killed
        }
    }
}
