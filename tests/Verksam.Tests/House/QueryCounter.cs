using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Verksam.Tests.House;

/// <summary>Counts the questions put to the database.</summary>
internal sealed class QueryCounter : DbCommandInterceptor
{
    private int _asked;

    public int Asked => _asked;

    /// <summary>How many questions the work puts.</summary>
    public async Task<int> During(Func<Task> work)
    {
        var before = _asked;
        await work();
        return _asked - before;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        return ValueTask.FromResult(result);
    }
}
