using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Verksam.Kernel.Search;

/// <summary>What can be searched for follows what was saved, in the same transaction.</summary>
internal sealed class RenewAtCommit : DbTransactionInterceptor
{
    public static readonly RenewAtCommit Instance = new();

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not AppDb db)
            return result;
        foreach (var groups in db.TakeSought().GroupBy(s => s.Index, s => s.Group))
            await groups.Key.Renew(db, transaction, [.. groups], cancellationToken);
        return result;
    }
}
