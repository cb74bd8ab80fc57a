using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Keeping;

/// <summary>
/// Questions written by hand that every request asks, or every letter one types. The embedded database keeps them prepared, on connections of
/// their own: what an act has written and not committed is not seen there.
/// </summary>
internal sealed class Ready(Installation installation) : IDisposable
{
    private readonly ConcurrentBag<Desk> _free = [];

    /// <param name="sql">One of a few texts of ours, with @p0, @p1 … where the values go.</param>
    public ValueTask<IReadOnlyList<T>> Ask<T>(AppDb db, string sql, Func<DbDataReader, T> row, params object[] values) =>
        db is SqliteAppDb ? new(AskEmbedded(sql, row, values)) : AskOf(db, sql, row, values);

    public void Dispose()
    {
        while (_free.TryTake(out var desk))
            desk.Dispose();
    }

    private static async ValueTask<IReadOnlyList<T>> AskOf<T>(AppDb db, string sql, Func<DbDataReader, T> row, object[] values)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var question = Question(db.Database.GetDbConnection(), sql, values.Length);
            Fill(question, values);
            await using var answer = await question.ExecuteReaderAsync();
            var rows = new List<T>();
            while (await answer.ReadAsync())
                rows.Add(row(answer));
            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private List<T> AskEmbedded<T>(string sql, Func<DbDataReader, T> row, object[] values)
    {
        var desk = _free.TryTake(out var free) ? free : new Desk(installation.SqliteFile);
        var rows = desk.Ask(sql, row, values);
        _free.Add(desk); // one that could not answer is not used again
        return rows;
    }

    private static DbCommand Question(DbConnection connection, string sql, int values)
    {
        var question = connection.CreateCommand();
#pragma warning disable CA2100 // texts of ours; every value is a parameter
        question.CommandText = sql;
#pragma warning restore CA2100
        for (var at = 0; at < values; at++)
        {
            var parameter = question.CreateParameter();
            parameter.ParameterName = $"@p{at}";
            question.Parameters.Add(parameter);
        }
        return question;
    }

    private static void Fill(DbCommand question, object[] values)
    {
        for (var at = 0; at < values.Length; at++)
            question.Parameters[at].Value = values[at];
    }

    /// <summary>An open connection and what has been asked on it; one at a time uses it.</summary>
    private sealed class Desk : IDisposable
    {
        private readonly SqliteConnection _open;
        private readonly Dictionary<string, DbCommand> _questions = new(StringComparer.Ordinal);

        public Desk(string file)
        {
            _open = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString());
            _open.Open();
        }

        public List<T> Ask<T>(string sql, Func<DbDataReader, T> row, object[] values)
        {
            if (!_questions.TryGetValue(sql, out var question))
                _questions.Add(sql, question = Question(_open, sql, values.Length));
            Fill(question, values);
            using var answer = question.ExecuteReader();
            var rows = new List<T>();
            while (answer.Read())
                rows.Add(row(answer));
            return rows;
        }

        public void Dispose()
        {
            foreach (var question in _questions.Values)
                question.Dispose();
            _open.Dispose();
        }
    }
}
