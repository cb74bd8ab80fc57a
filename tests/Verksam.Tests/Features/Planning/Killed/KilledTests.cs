using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning.Killed;

/// <summary>
/// The program is killed (SIGKILL) while it writes, at even steps from the first byte of four acts and a stream of reports until all would have
/// been answered. In its next life each act is whole or was never begun.
/// </summary>
public sealed class KilledTests
{
    private const int Kills = 12;

    [Fact]
    public async Task Whatever_a_kill_cuts_off_is_whole_or_was_never_begun()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        var lives = new Lives(database, await Lay(database));

        var whole = await lives.Live(null); // all answered: what whole looks like, and how long it takes
        for (var step = 1; step <= Kills; step++)
            await lives.Live(Longest(whole) * step / Kills);
        await lives.Live(null); // and after all that it starts and works
        await lives.Look();

        TestContext.Current.TestOutputHelper?.WriteLine($"{whole.TotalMilliseconds} ms; cut off: {lives.Cut}");
    }

    // a life that has signed in is a little warmer than the others
    private static TimeSpan Longest(TimeSpan whole) => TimeSpan.FromMilliseconds(Math.Max(60, whole.TotalMilliseconds * 1.5));

    private static async Task<IReadOnlyList<Work>> Lay(TestDatabase database)
    {
        var work = new List<Work>();
        await using (var app = await AppUnderTest.In(database))
        {
            await Planned.Adopted(app);
            await app.Write(db =>
            {
                work.AddRange(Enumerable.Range(0, Kills + 2).Select(life => Work.Lay(db, life)));
                return Task.CompletedTask;
            });
        }
        await database.Close();
        return work;
    }
}
