using System.Buffers.Binary;
using System.Security.Cryptography;
using Verksam.Kernel.Backups.Format;

namespace Verksam.Kernel.Backups.Sealing;

/// <summary>
/// How a backup is locked with a passphrase: PBKDF2-SHA256 makes the key, AES-256-GCM locks chunk after chunk. Each chunk's nonce holds its
/// number and whether it is the last, so that none can be moved, left out or cut off unseen.
/// </summary>
internal sealed class Seal : IDisposable
{
    public const int Chunk = 65536, Tag = 16;

    private const int Iterations = 600_000, MostIterations = 10_000_000, Salt = 16, KeyLength = 32;

    private readonly AesGcm _cipher;
    private readonly byte[] _head;

    private Seal(string passphrase, byte[] head)
    {
        _head = head;
        var iterations = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(Magic.Length));
        if (iterations is < 1 or > MostIterations) // a file must not decide how long we work
            throw new BadBackup("Ui.Backup.Damaged");
        _cipher = new AesGcm(Rfc2898DeriveBytes.Pbkdf2(passphrase, head.AsSpan(Magic.Length + 4, Salt), iterations, HashAlgorithmName.SHA256, KeyLength), Tag);
    }

    public static ReadOnlySpan<byte> Magic => "VERKSAM-SEALED1\n"u8;

    /// <summary>Magic, iterations, salt, and a tag that only the right passphrase makes.</summary>
    public static int HeadLength => Magic.Length + 4 + Salt + Tag;

    /// <summary>A new one, and its head to begin the file with.</summary>
    public static (Seal Seal, byte[] Head) Make(string passphrase)
    {
        var head = new byte[HeadLength];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(Magic.Length), Iterations);
        RandomNumberGenerator.Fill(head.AsSpan(Magic.Length + 4, Salt));
        var made = new Seal(passphrase, head);
        made._cipher.Encrypt(Nonce(-1, false), [], [], head.AsSpan(HeadLength - Tag), head.AsSpan(0, HeadLength - Tag));
        return (made, head);
    }

    public static Seal Open(string passphrase, byte[] head)
    {
        var made = new Seal(passphrase, head);
        try
        {
            made._cipher.Decrypt(Nonce(-1, false), [], made._head.AsSpan(HeadLength - Tag), [], made._head.AsSpan(0, HeadLength - Tag));
            return made;
        }
        catch (AuthenticationTagMismatchException)
        {
            made.Dispose();
            throw new BadBackup("Ui.Backup.WrongPassphrase");
        }
    }

    /// <summary>Locked bytes and their tag after them.</summary>
    public void Close(long number, bool last, ReadOnlySpan<byte> open, Span<byte> locked) =>
        _cipher.Encrypt(Nonce(number, last), open, locked[..open.Length], locked.Slice(open.Length, Tag));

    public bool TryOpen(long number, bool last, ReadOnlySpan<byte> locked, Span<byte> open)
    {
        try
        {
            _cipher.Decrypt(Nonce(number, last), locked[..^Tag], locked[^Tag..], open[..(locked.Length - Tag)]);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public void Dispose() => _cipher.Dispose();

    // good once each, because every file has a key of its own
    private static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(nonce, number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
