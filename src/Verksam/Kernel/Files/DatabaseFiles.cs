using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace Verksam.Kernel.Files;

/// <summary>Files in the rows that tell of them: saved with the row, gone with the row.</summary>
internal sealed class DatabaseFiles(AppDb db) : IFileStore
{
    /// <summary>Written by the save that the row is in.</summary>
    public async Task Put(Id<StoredFile> key, Stream content, CancellationToken cancelled)
    {
        var bytes = new byte[content.Length - content.Position];
        await content.ReadExactlyAsync(bytes, cancelled);
        Row(key).Content = bytes;
    }

    [SuppressMessage("Security", "CA2100", Justification = "One of two questions, both of which stand here")]
    public async Task<Stream?> Open(Id<StoredFile> key, CancellationToken cancelled)
    {
        await db.Database.OpenConnectionAsync(cancelled);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            // with its row's number the embedded database reads it bit by bit
            command.CommandText = db is SqliteAppDb ? """SELECT rowid, length("Content"), "Content" FROM "Files" WHERE "Id" = @id"""
                : """SELECT 0, length("Content")::bigint, "Content" FROM "Files" WHERE "Id" = @id""";
            var id = command.CreateParameter();
            (id.ParameterName, id.DbType, id.Value) = ("@id", DbType.Guid, key.Value);
            command.Parameters.Add(id);
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancelled);
            var length = await reader.ReadAsync(cancelled) ? reader.GetInt64(1) : 0; // read once: what has been passed is gone
            if (length == 0)
                return null;
            await using var content = reader.GetStream(2);
            return await Spool.Of(content, length, cancelled);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>When the row is saved.</summary>
    public Task Remove(Id<StoredFile> key, CancellationToken cancelled)
    {
        Row(key).Content = FileBytes.None;
        return Task.CompletedTask;
    }

    /// <summary>None that could be without a row.</summary>
    public IAsyncEnumerable<Lying> All(CancellationToken cancelled) => AsyncEnumerable.Empty<Lying>();

    public Task TakeIntoUse(CancellationToken cancelled) => Task.CompletedTask;

    // to say what they are to be one need not know what they were
    private FileBytes Row(Id<StoredFile> key)
    {
        if (db.FileBytes.Local.FindEntry(key) is { } known)
            return known.Entity;
        var bytes = new FileBytes(key);
        db.Attach(bytes).Property(b => b.Content).IsModified = true;
        return bytes;
    }
}
