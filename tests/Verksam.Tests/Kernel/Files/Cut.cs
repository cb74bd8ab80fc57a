namespace Verksam.Tests.Kernel.Files;

/// <summary>Some bytes, and then what went wrong.</summary>
internal sealed class Cut(Exception trouble) : MemoryStream(new byte[100_000])
{
    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => Fail(destination, cancellationToken);

    private async Task Fail(Stream destination, CancellationToken cancelled)
    {
        await destination.WriteAsync(new byte[50_000], cancelled);
        throw trouble;
    }
}
