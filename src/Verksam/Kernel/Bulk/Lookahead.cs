using System.Runtime.CompilerServices;

namespace Verksam.Kernel.Bulk;

/// <summary>Makes what comes next while what came is dealt with, so that both halves of the work have a processor.</summary>
internal static class Lookahead
{
    /// <summary>The same, in the same order, each made on another thread while the one before is used.</summary>
    /// <param name="source">Touches nothing that whoever uses it touches meanwhile: no database.</param>
    public static async IAsyncEnumerable<T> Ahead<T>(this IEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        using var each = source.GetEnumerator();
        var next = Task.Run(each.MoveNext, cancelled);
        try
        {
            while (await next)
            {
                var item = each.Current;
                next = Task.Run(each.MoveNext, cancelled);
                yield return item;
            }
        }
        finally
        {
            // whoever stops in the middle leaves nothing running
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
