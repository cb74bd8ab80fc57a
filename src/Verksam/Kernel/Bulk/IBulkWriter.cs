using Microsoft.EntityFrameworkCore.Metadata;

namespace Verksam.Kernel.Bulk;

/// <summary>Writes many new rows of one table in the transaction that is open, as fast as the database takes them.</summary>
internal interface IBulkWriter
{
    Task Write(AppDb db, IEntityType table, IEnumerable<object> rows, CancellationToken cancelled);
}
