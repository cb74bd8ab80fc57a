using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>
/// Those without an account who want to come and stand in line for it. Whoever's turn it is brings along all who stand behind them for the same
/// gathering: one commit for many.
/// </summary>
internal sealed class Newcomers
{
    /// <summary>So many at most: the first of them waits for all the others.</summary>
    public const int Most = 64;

    private readonly Lock _one = new();
    private readonly List<Newcomer> _line = [];

    public Newcomer Enter(Newcomer one)
    {
        lock (_one)
            _line.Add(one);
        return one;
    }

    /// <summary>
    /// Serves whoever's turn it is, and with them those who stand in line for the same thing. When that cannot be saved, each of them is served in their
    /// own turn: what is wrong with one is no matter of the others.
    /// </summary>
    /// <param name="serve">All of them, or none.</param>
    public async Task Serve(Newcomer own, Func<IReadOnlyList<Newcomer>, Task> serve)
    {
        var all = Take(own);
        try
        {
            await serve(all);
            foreach (var one in all)
                one.IsOver = true;
        }
        catch (DbUpdateException) when (all.Count > 1)
        {
            await serve([own]);
        }
    }

    private List<Newcomer> Take(Newcomer own)
    {
        lock (_one)
        {
            List<Newcomer> all = [own, .. _line.Where(n => n != own && n.GoesWith(own)).Take(Most - 1)];
            _line.RemoveAll(all.Contains);
            return all;
        }
    }
}

/// <summary>One who stands in line.</summary>
internal sealed class Newcomer(Guest guest, Wish wish, Actor actor)
{
    private readonly (Guid?, string, string?) _actor = (actor.Person, actor.Through, actor.Why);

    public Guest Guest => guest;
    public Wish Wish => wish;

    /// <summary>Why not; null when it is as they wished. Read when <see cref="IsOver"/>.</summary>
    public Refusal? Answer { get; set; }

    /// <summary>Somebody else has served them.</summary>
    public bool IsOver { get; set; }

    /// <summary>What is written is written in the same name.</summary>
    public bool GoesWith(Newcomer first) => Guest.GatheringId == first.Guest.GatheringId && _actor == first._actor;
}
