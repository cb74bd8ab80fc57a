namespace Verksam.Kernel.Files;

/// <summary>Takes what can be read only once to where it can be read from any place: memory when it is small, else a file that nobody else sees.</summary>
internal static class Spool
{
    private const long MostInMemory = 1 << 20;

    public static async Task<Stream> Of(Stream content, long length, CancellationToken cancelled)
    {
        Stream spool = length <= MostInMemory ? new MemoryStream((int)length) : OnDisk();
        try
        {
            await content.CopyToAsync(spool, cancelled);
            spool.Position = 0;
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    private static FileStream OnDisk()
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"verksam-{Id<StoredFile>.New()}"), how);
    }
}
