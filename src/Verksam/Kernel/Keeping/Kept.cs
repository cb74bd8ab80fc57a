namespace Verksam.Kernel.Keeping;

/// <summary>
/// What one works out from the database, kept until somebody saves anything. The key holds all else that it rests on: the day, the language,
/// and of the person who asks whatever decides what that person may see. What is kept is read by many at once: never change it.
/// </summary>
internal sealed class Kept(AppDb db, StampReader stamps, Shelf shelf)
{
    public async ValueTask<T> Get<T>(object key, Func<Task<T>> work)
    {
        // what an unfinished act has written is nobody else's to see
        if (db.Database.CurrentTransaction is not null)
            return await work();
        // read before the work: a save meanwhile makes what is kept newer than its stamp, never older
        var stamp = db.Stamp ??= await stamps.Read(db);
        if (shelf.TryTake(stamp, key, out var kept))
            return (T)kept!;
        var made = await work();
        shelf.Put(stamp, key, made);
        return made;
    }
}
