using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Verksam.Kernel.Keeping;

/// <summary>
/// Moves the stamp in the same transaction as what was saved, as its very last statement: all writers meet at that one row,
/// and whoever holds it waits for nobody.
/// </summary>
internal sealed class StampAtCommit : DbTransactionInterceptor
{
    public static readonly StampAtCommit Instance = new();

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb { IsStampDue: true } db)
        {
            await using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = """INSERT INTO "Stamps" ("Id", "Number") VALUES (1, 1) ON CONFLICT ("Id") DO UPDATE SET "Number" = "Stamps"."Number" + 1""";
            await command.ExecuteNonQueryAsync(cancellationToken);
            db.StampMoved();
        }
        return result;
    }
}
