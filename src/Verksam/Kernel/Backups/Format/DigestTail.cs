using System.Security.Cryptography;
using System.Text;

namespace Verksam.Kernel.Backups.Format;

/// <summary>
/// Ends a file with the SHA-256 of all before it, written as the comment that a zip may end with: one flipped bit anywhere is seen before
/// anything is believed, and other programs still open the file. The last bytes are held back until the end is known.
/// </summary>
internal sealed class DigestTail(Stream to) : WriteOnlyStream
{
    public const int Size = 64;

    /// <summary>What the zip is told to end with.</summary>
    public static readonly string Room = new('0', Size);

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _held = [];

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var all = (byte[])[.. _held, .. buffer];
        var ready = Math.Max(0, all.Length - Size);
        Pass(all.AsSpan(0, ready));
        _held = all[ready..];
    }

    public override void Flush() => to.Flush();

    /// <summary>After the zip has been closed.</summary>
    public void Finish() => to.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(_hash.GetHashAndReset())));

    /// <summary>Reads all of it once. Text that is no sum at the end means that the end is not there.</summary>
    public static async Task Check(Stream file, CancellationToken cancelled)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var left = file.Length - Size;
        var buffer = new byte[81920];
        while (left > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancelled);
            hash.AppendData(buffer, 0, read);
            left -= read > 0 ? read : throw new BadBackup("Ui.Backup.Cut");
        }
        var tail = new byte[Size];
        await file.ReadExactlyAsync(tail, cancelled);
        if (!tail.All(b => char.IsAsciiHexDigitLower((char)b)))
            throw new BadBackup("Ui.Backup.Cut");
        if (Encoding.ASCII.GetString(tail) != Convert.ToHexStringLower(hash.GetHashAndReset()))
            throw new BadBackup("Ui.Backup.Damaged");
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Pass(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        to.Write(bytes);
    }
}
