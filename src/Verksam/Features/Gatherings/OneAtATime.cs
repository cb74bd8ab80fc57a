using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings;

/// <summary>Acts on a gathering that must not happen at once: seats and shifts are given out one act after the other.</summary>
internal static class OneAtATime
{
    // the embedded database has one writer, and whoever waits for it sleeps and tries again: here they stand in line instead
    private static readonly SemaphoreSlim[] Lines = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits in line within this program, before a transaction is opened; the row keeps apart what several programs do.</summary>
    public static async Task<IDisposable> Turn(this AppDb db, Id<Gathering> id)
    {
        var line = Lines[db is SqliteAppDb ? 0 : (uint)id.GetHashCode() % Lines.Length];
        await line.WaitAsync();
        return new Turned(line);
    }

    /// <summary>In an open transaction: the row is written first, so that the next who asks waits until this is done. The embedded database's transactions begin as its one writer's.</summary>
    public static Task Hold(this AppDb db, Id<Gathering> id) => db is SqliteAppDb ? Task.CompletedTask : db.Gatherings.Where(g => g.Id == id).ExecuteUpdateAsync(set => set.SetProperty(g => g.Seats, g => g.Seats));

    private sealed class Turned(SemaphoreSlim line) : IDisposable
    {
        public void Dispose() => line.Release();
    }
}
