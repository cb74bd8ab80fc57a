using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Import;
using Verksam.Features.People.Import.Comparing;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Import;

/// <summary>
/// The program is killed (SIGKILL) while it brings a file in, and while it undoes that, at even steps from when it takes the work up. Whoever
/// looks afterwards finds everybody as before or all of it done; the next life makes it done.
/// </summary>
public sealed class KilledImportTests
{
    private const int Kills = 6, Rows = 1_500;

    [Fact]
    public async Task A_kill_leaves_before_or_after_and_the_next_life_finishes()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        var (id, before) = await Lay(database);
        var after = await Through(database, id, RunState.Applied, before, null);
        (await Through(database, id, RunState.Undone, after, before)).ShouldBe(before);
    }

    [Fact]
    public async Task A_kill_in_the_midst_of_the_write_leaves_everything_as_it_was()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        var (id, before) = await Lay(database);
        await Ask(database, id, RunState.Applied);
        using (var program = await RunningProgram.Start(database))
        {
            await using var write = await MidWrite.Watch(database);
            await write.Reached("People");
            program.Kill();
        }

        (await Look(database, id)).ShouldBe((RunState.Applying, before));
        (await Finish(database, id, RunState.Applied)).ShouldNotBe(before);
    }

    // asks for the step, and kills a life that does it, each a little later than the last
    private static async Task<string> Through(TestDatabase database, Id<ImportRun> id, RunState wanted, string from, string? to)
    {
        await Ask(database, id, wanted);
        for (var step = 1; step <= Kills; step++)
        {
            using (var program = await RunningProgram.Start(database))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(60 * step), TimeProvider.System, TestContext.Current.CancellationToken);
                program.Kill();
            }
            var (state, now) = await Look(database, id);
            if (state == wanted)
                to ??= now;
            now.ShouldBe(state == wanted ? to : from, $"{wanted}, life {step}: {state}");
            if (state == wanted)
                return now;
        }
        return await Finish(database, id, wanted);
    }

    private static async Task<string> Finish(TestDatabase database, Id<ImportRun> id, RunState wanted)
    {
        using (var program = await RunningProgram.Start(database))
        {
            for (var tries = 0; tries < 100 && (await Look(database, id)).State != wanted; tries++)
                await program.Rest();
        }
        var (state, now) = await Look(database, id);
        state.ShouldBe(wanted);
        return now;
    }

    private static async Task<(Id<ImportRun> Id, string Before)> Lay(TestDatabase database)
    {
        await using var app = await AppUnderTest.In(database);
        var preview = await Imported.Preview(app, await app.As(Cast.Ombudsman), "Mnr;Namn;E-post;Gata;Postnr;Ort;Betald t.o.m.\n"
            + string.Concat(Enumerable.Range(1, Rows).Select(n => $"{n};Person {(char)('A' + (n % 26))}{n};p{n}@example.org;Vägen {n};831 30;Lit;2026-12-31\n"))
            + string.Concat(Cast.All.Take(2).Select((p, n) => $"{9_000 + n};{p.Name};{p.Email};Nya vägen {n};831 30;Lit;2026-12-31\n")));
        return (Id<ImportRun>.Parse(preview.Url.Split('/')[^1], null), await Imported.Everybody(app));
    }

    private static async Task Ask(TestDatabase database, Id<ImportRun> id, RunState wanted)
    {
        await using (var app = await AppUnderTest.In(database))
        {
            await app.Write(async db =>
            {
                var run = await db.Imports.SingleAsync(r => r.Id == id);
                (wanted == RunState.Applied ? run.Apply(false, []) : run.Undo()).ShouldBeNull();
                db.Jobs.Add(new Job(ImportJob.JobName, id.Value, FakeTime.Start));
            });
        }
        await database.Close();
    }

    // the next life takes over at once what a killed one held
    private static async Task<(RunState State, string Everybody)> Look(TestDatabase database, Id<ImportRun> id)
    {
        (RunState, string) seen;
        await using (var app = await AppUnderTest.In(database))
        {
            seen = (await app.Read(db => db.Imports.Where(r => r.Id == id).Select(r => r.State).SingleAsync()), await Imported.Everybody(app));
            (await app.Read(db => db.ImportRows.CountAsync(r => r.RunId == id && r.Outcome == Outcome.New))).ShouldBe(Rows);
        }
        await database.Close();
        return seen;
    }
}
