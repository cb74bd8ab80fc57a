using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Verksam.Kernel;

/// <summary>
/// UUIDs of version 7 (RFC 9562, 5.7) that this process makes in a row: a counter stands after the millisecond (6.2, method 1), so that many
/// new rows come last in their index. The rest is chance, fetched from the system many at a time: a call for each costs more than a row.
/// </summary>
internal static class Uuid7
{
    private const int CounterBits = 12;

    private static long last;

    [ThreadStatic]
    private static Chance? chance;

    public static Guid New()
    {
        var count = Next();
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ((count >> CounterBits) << 16) | 0x7000 | (count & 0xFFF));
        (chance ??= new()).Take(bytes[8..]);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    // more than there is room for in a millisecond borrow from the next
    private static long Next()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits;
        while (true)
        {
            var before = Interlocked.Read(ref last);
            var next = Math.Max(before + 1, now);
            if (Interlocked.CompareExchange(ref last, next, before) == before)
                return next;
        }
    }

    private sealed class Chance
    {
        private readonly byte[] _bytes = new byte[1024];
        private int _used = 1024;

        public void Take(Span<byte> into)
        {
            if (_used + into.Length > _bytes.Length)
            {
                RandomNumberGenerator.Fill(_bytes);
                _used = 0;
            }
            _bytes.AsSpan(_used, into.Length).CopyTo(into);
            _used += into.Length;
        }
    }
}
