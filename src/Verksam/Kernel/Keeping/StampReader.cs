namespace Verksam.Kernel.Keeping;

/// <summary>Reads the stamp, as every request does.</summary>
internal sealed class StampReader(Ready ready)
{
    public async ValueTask<long> Read(AppDb db) => await ready.Ask(db, """SELECT "Number" FROM "Stamps" """, row => row.GetInt64(0)) is [var number] ? number : 0;
}
