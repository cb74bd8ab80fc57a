using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Verksam.Kernel.Backups;

/// <summary>A sum of many rows that does not depend on their order: two databases need not sort letters alike.</summary>
internal sealed class RowSum
{
    private readonly ulong[] _sum = new ulong[SHA256.HashSizeInBytes / sizeof(ulong)];
    private readonly byte[] _hash = new byte[SHA256.HashSizeInBytes];

    public long Rows { get; private set; }

    public void Add(ReadOnlySpan<byte> line)
    {
        SHA256.HashData(line, _hash);
        var parts = MemoryMarshal.Cast<byte, ulong>(_hash);
        for (var at = 0; at < _sum.Length; at++)
            _sum[at] += parts[at];
        Rows++;
    }

    public bool IsSameAs(RowSum other) => Rows == other.Rows && _sum.AsSpan().SequenceEqual(other._sum);
}
