using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Keeping;

namespace Verksam.Kernel.Search;

/// <summary>
/// Words that are searched for, kept beside what they are of: FTS5 on SQLite, a tsvector on PostgreSQL (decision 0014). Its tables are not in
/// the model: they are made and filled at start when they are not there, and written in the transaction of each change.
/// </summary>
/// <param name="Name">Of its tables; another one when what is composed changes, so that they are made anew.</param>
/// <param name="Sqlite">Selects Id, GroupId, Name, Words and Scope of all there is.</param>
/// <param name="Postgres">The same there.</param>
internal sealed record SearchIndex(string Name, string Sqlite, string Postgres)
{
    private readonly EmbeddedSearch _embedded = new(Name, Sqlite);
    private readonly PostgresSearch _postgres = new(Name, Postgres);

    /// <summary>Makes and fills what is missing.</summary>
    public async Task Prepare(AppDb db, CancellationToken cancelled)
    {
        await db.Database.OpenConnectionAsync(cancelled);
        await using var transaction = await db.Database.GetDbConnection().BeginTransactionAsync(cancelled);
        var sql = Sql(db);
        if (sql.Waits is { } waits)
            await Run(transaction, waits, null, cancelled);
        if (!await IsThere(transaction, sql, cancelled))
            await Run(transaction, sql.Create + sql.Fill(""), null, cancelled);
        await transaction.CommitAsync(cancelled);
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>Writes what belongs to some groups anew, in an act that is not finished.</summary>
    public async Task Renew(AppDb db, DbTransaction transaction, IReadOnlyCollection<Guid> groups, CancellationToken cancelled)
    {
        var sql = Sql(db);
        // a command works before the first start: that start fills it
        if (!await IsThere(transaction, sql, cancelled))
            return;
        foreach (var some in groups.Chunk(10_000))
            await Run(transaction, sql.Forget + sql.Fill(sql.Where), sql.Ids(some), cancelled);
    }

    /// <summary>Ids that fit, for use inside a query. What the asker may see is not asked here.</summary>
    public IQueryable<Guid> Fitting(AppDb db, SearchWords words) => db.Database.SqlQueryRaw<Guid>(Sql(db).Fitting, Sql(db).Beginnings(words.Words, null));

    /// <summary>The first that fit, those whose name has the whole words before the others.</summary>
    /// <param name="scopes">Only what has one of these marks; null for all.</param>
    public async Task<IReadOnlyList<Hit>> First(AppDb db, Ready ready, SearchWords words, IReadOnlyList<string>? scopes, int most)
    {
        var sql = Sql(db);
        var found = await ready.Ask(db, sql.First, row => new Hit(row.GetGuid(0), row.GetGuid(1)), sql.Whole(words.Words, scopes), sql.Beginnings(words.Words, scopes), most);
        return [.. found.Distinct().Take(most)];
    }

    private ISearchSql Sql(AppDb db) => db is SqliteAppDb ? _embedded : _postgres;

    private static async Task<bool> IsThere(DbTransaction transaction, ISearchSql sql, CancellationToken cancelled)
    {
        await using var command = Command(transaction, sql.IsThere);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancelled), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    private static async Task Run(DbTransaction transaction, string sql, object? ids, CancellationToken cancelled)
    {
        await using var command = Command(transaction, sql);
        command.CommandTimeout = 600;
        if (ids is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("ids", ids);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(cancelled);
    }

    private static DbCommand Command(DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }
}

/// <param name="Group">What it belongs to, as <see cref="SoughtKey"/> has it.</param>
internal readonly record struct Hit(Guid Id, Guid Group);
