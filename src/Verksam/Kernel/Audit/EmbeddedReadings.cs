using System.Data.Common;
using Microsoft.Data.Sqlite;
using Verksam.Kernel.Bulk;

namespace Verksam.Kernel.Audit;

/// <summary>A connection to the embedded database that only writes readings down, with all it says prepared.</summary>
internal sealed class EmbeddedReadings : IDisposable
{
    private readonly SqliteConnection _open;
    private readonly DbCommand _begin, _commit;
    private readonly EmbeddedInsert _insert;

    public EmbeddedReadings(string file, AppDb db)
    {
        _open = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString());
        _open.Open();
        using var durable = Said("PRAGMA synchronous=FULL");
        durable.ExecuteNonQuery();
        (_begin, _commit) = (Said("BEGIN IMMEDIATE"), Said("COMMIT"));
        _insert = new EmbeddedInsert(_open, db.Model.FindEntityType(typeof(AuditEntry))!);
    }

    public void Write(IEnumerable<AuditEntry> entries)
    {
        _begin.ExecuteNonQuery();
        foreach (var entry in entries)
            _insert.Write(entry);
        _commit.ExecuteNonQuery();
    }

    /// <summary>What was begun and not committed is undone.</summary>
    public void Dispose()
    {
        _insert.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _open.Dispose();
    }

    private SqliteCommand Said(string sql)
    {
        var command = _open.CreateCommand();
#pragma warning disable CA2100 // one of those above
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
