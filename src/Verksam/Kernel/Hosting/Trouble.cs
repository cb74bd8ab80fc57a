using Microsoft.Data.Sqlite;
using Npgsql;
using Verksam.Kernel.Files;

namespace Verksam.Kernel.Hosting;

/// <summary>What went wrong, told apart by what a person can do about it.</summary>
internal static class Trouble
{
    private const int SqliteBusy = 5, SqliteInputOutput = 10, SqliteFull = 13, SqliteCannotOpen = 14;

    // errno ENOSPC, as .NET hands it on
    private const int NoSpace = 28;

    /// <summary>The status of an answer that could not be given; its page says it in words.</summary>
    public static int StatusOf(Exception trouble) =>
        Database.IsBefore(trouble) ? StatusCodes.Status409Conflict
        : IsFull(trouble) ? StatusCodes.Status507InsufficientStorage
        : IsAway(trouble) ? StatusCodes.Status503ServiceUnavailable
        : IsLost(trouble) ? StatusCodes.Status410Gone
        : StatusCodes.Status500InternalServerError;

    /// <summary>There is no room to write: what was to be saved is not, and what was there can be read.</summary>
    public static bool IsFull(Exception trouble) => Causes(trouble).Any(cause => cause
        is SqliteException { SqliteErrorCode: SqliteFull }
        or PostgresException { SqlState: PostgresErrorCodes.DiskFull }
        or IOException { HResult: NoSpace }
        or FileTrouble { Fault: FileFault.Full });

    /// <summary>The database does not answer (it is restarted, the net is down, or all its connections are taken), or the place where files lie.</summary>
    public static bool IsAway(Exception trouble) => Causes(trouble).Any(cause => cause switch
    {
        SqliteException embedded => embedded.SqliteErrorCode is SqliteBusy or SqliteInputOutput or SqliteCannotOpen,
        PostgresException said => said.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections || said.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException unheard => unheard.IsTransient,
        FileTrouble file => file.Fault == FileFault.Away,
        _ => false,
    });

    /// <summary>What is left of a file is not what was put away: it is not shown.</summary>
    private static bool IsLost(Exception trouble) => Causes(trouble).Any(cause => cause is FileTrouble { Fault: FileFault.Damaged or FileFault.Missing });

    private static IEnumerable<Exception> Causes(Exception trouble)
    {
        for (var cause = trouble; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
