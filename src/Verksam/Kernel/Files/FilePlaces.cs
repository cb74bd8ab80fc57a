using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Files;

/// <summary>The places outside the database, each made when it is first asked for: what speaks to an S3 service is megabytes that most never need.</summary>
internal sealed class FilePlaces(Installation installation) : IDisposable
{
    private readonly ConcurrentDictionary<string, IFileStore> _made = new(StringComparer.Ordinal);

    public FilePlace Set => installation.Files ?? FilePlace.Database;

    /// <summary>Where new files go; null is the database.</summary>
    public IFileStore? Outside => Set.IsDatabase ? null : At(Set.Address);

    public IFileStore At(string address) => _made.GetOrAdd(address, where => Make(Set.At(where)));

    public void Dispose()
    {
        foreach (var store in _made.Values.OfType<IDisposable>())
            store.Dispose();
    }

    private static IFileStore Make(FilePlace place) => place.IsS3 ? Far(place) : new FolderFiles(place.Address);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static S3Files Far(FilePlace place) => new(place);
}
