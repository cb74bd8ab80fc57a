using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Files;

/// <summary>
/// Which places outside the database files have been put in, the latest last: who changes the setting loses nothing, for files are read
/// from where they were until they have been moved.
/// </summary>
internal sealed class PlaceMemory(AppDb db, FilePlaces places)
{
    public const string Name = "files-places";

    public async Task<IReadOnlyList<string>> All(CancellationToken cancelled) =>
        await db.Settings.Where(s => s.Name == Name).Select(s => s.Value).SingleOrDefaultAsync(cancelled) is { Length: > 0 } known ? known.Split('\n') : [];

    /// <summary>Those that are not where the setting says, the latest first.</summary>
    public async Task<IReadOnlyList<IFileStore>> Earlier(CancellationToken cancelled) =>
        [.. (await All(cancelled)).Where(address => address != places.Set.Address).Reverse().Select(places.At)];

    /// <summary>The place that is set has never been used before: it is made ready.</summary>
    public async Task Begin(CancellationToken cancelled)
    {
        var known = await All(cancelled);
        if (places.Outside is not { } outside || known.Contains(places.Set.Address, StringComparer.Ordinal))
            return;
        await outside.TakeIntoUse(cancelled);
        await Write([.. known, places.Set.Address], cancelled);
    }

    /// <summary>All files are where the setting says.</summary>
    public Task Forget(CancellationToken cancelled) => Write(places.Set.IsDatabase ? [] : [places.Set.Address], cancelled);

    private async Task Write(IReadOnlyList<string> addresses, CancellationToken cancelled)
    {
        var value = string.Join('\n', addresses);
        if (await db.Settings.SingleOrDefaultAsync(s => s.Name == Name, cancelled) is { } known)
            known.Value = value;
        else if (value.Length > 0)
            db.Settings.Add(new Setting(Name, value));
        await db.SaveChangesAsync(cancelled);
    }
}
