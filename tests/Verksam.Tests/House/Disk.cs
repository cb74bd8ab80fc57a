using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Verksam.Kernel;

namespace Verksam.Tests.House;

/// <summary>
/// The disk under a test's database, which can be full. The embedded database is told that it may not grow; PostgreSQL's tables say at each
/// audit row, and when somebody is seen, what they say when their disk is full.
/// </summary>
internal sealed class Disk : DbConnectionInterceptor
{
    private const string Full = """
        CREATE FUNCTION disk_full() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql;
        CREATE TRIGGER disk_full BEFORE INSERT ON "Audit" EXECUTE FUNCTION disk_full();
        CREATE TRIGGER disk_full BEFORE UPDATE ON "SignInSessions" EXECUTE FUNCTION disk_full();
        """;

    // null until a test asks: others are not kept waiting
    private bool? _full;

    public async Task Fill(AppDb db)
    {
        await db.Database.ExecuteSqlRawAsync(db is PostgresAppDb ? Full : "VACUUM"); // no page is left over
        _full = true;
    }

    public Task Clear(AppDb db)
    {
        _full = false;
        return db is PostgresAppDb ? db.Database.ExecuteSqlRawAsync("DROP FUNCTION disk_full CASCADE") : Task.CompletedTask;
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    // fewer pages than there are is taken as: no more
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (_full is not { } full || eventData.Context is not SqliteAppDb)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {(full ? 1 : 1_000_000)}";
        command.ExecuteNonQuery();
    }
}
