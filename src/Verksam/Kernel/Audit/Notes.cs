namespace Verksam.Kernel.Audit;

/// <summary>What the trail cannot see by itself: that somebody read something, or did what leaves no audited row.</summary>
internal static class Notes
{
    /// <summary>Somebody reads what is personal. Save before the answer leaves: no reading without its row.</summary>
    public static void NoteReading<T>(this AppDb db, Id<T> read) => db.Note(AuditKind.Read, typeof(T).Name, read.Value);

    /// <summary>Something happened to <paramref name="whatId"/>; saved with the act itself.</summary>
    public static void Note(this AppDb db, AuditKind kind, string what, Guid whatId) =>
        db.Audit.Add(new AuditEntry(kind, what, whatId, db.Actor, db.Clock.GetUtcNow(), "{}"));
}
