using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Verksam.Tests.House;

/// <summary>Counts the questions put to the database.</summary>
internal sealed class QueryCounter : DbCommandInterceptor
{
    private int _asked, _written;

    public int Asked => _asked;

    /// <summary>How many questions the work puts.</summary>
    public async Task<int> During(Func<Task> work)
    {
        var before = _asked;
        await work();
        return _asked - before;
    }

    /// <summary>How many questions the work puts, beside the rows that it writes: a row each on one of the databases.</summary>
    public async Task<int> Reading(Func<Task> work)
    {
        var before = _asked - _written;
        await work();
        return _asked - _written - before;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        if (command.CommandText.StartsWith("INSERT", StringComparison.Ordinal))
            Interlocked.Increment(ref _written);
        return ValueTask.FromResult(result);
    }
}
