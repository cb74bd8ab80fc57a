using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Verksam.Kernel.Bulk;

/// <summary>The prepared statement that writes one row of a table, on one connection to the embedded database.</summary>
internal sealed class EmbeddedInsert : IDisposable
{
    private readonly BulkTable _shape;
    private readonly DbCommand _command;
    private readonly List<DbParameter> _parameters;

    public EmbeddedInsert(DbConnection open, DbTransaction? within, IEntityType table)
    {
        _shape = BulkTable.Of(table);
        _command = open.CreateCommand();
        _command.Transaction = within;
#pragma warning disable CA2100 // names of the model, quoted; every value is a parameter
        _command.CommandText = $"INSERT INTO {_shape.Quoted} ({_shape.QuotedColumns}) VALUES ({string.Join(", ", _shape.Columns.Select((_, at) => $"@p{at}"))})";
#pragma warning restore CA2100
        _parameters = [.. _shape.Columns.Select((column, at) => column.Mapping.CreateParameter(_command, $"@p{at}", null, nullable: true))];
        _command.Parameters.AddRange(_parameters.ToArray());
        _command.Prepare();
    }

    public void Write(object row)
    {
        for (var at = 0; at < _parameters.Count; at++)
            _parameters[at].Value = _shape.Columns[at].Of(row) ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
