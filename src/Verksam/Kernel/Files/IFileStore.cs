namespace Verksam.Kernel.Files;

/// <summary>
/// A place where the bytes of files lie, each under the id of its row: no name that anybody chose is ever part of a path. A key is used once
/// and its bytes never change, so to put them twice does no harm.
/// </summary>
internal interface IFileStore
{
    /// <summary>All of it is there afterwards, or nothing. The row that tells of it is saved later.</summary>
    /// <param name="content">Read from where it stands to its end; can be read from any place.</param>
    Task Put(Id<StoredFile> key, Stream content, CancellationToken cancelled);

    /// <returns>Null when it is not here. Can be read from any place; whoever asked closes it.</returns>
    Task<Stream?> Open(Id<StoredFile> key, CancellationToken cancelled);

    /// <summary>Also when it is not here.</summary>
    Task Remove(Id<StoredFile> key, CancellationToken cancelled);

    /// <summary>All that lies here under a key.</summary>
    IAsyncEnumerable<Lying> All(CancellationToken cancelled);

    /// <summary>Before it is used the first time.</summary>
    Task TakeIntoUse(CancellationToken cancelled);
}

/// <param name="Since">When it was put here, by the place's own clock.</param>
internal sealed record Lying(Id<StoredFile> Key, DateTimeOffset Since);
