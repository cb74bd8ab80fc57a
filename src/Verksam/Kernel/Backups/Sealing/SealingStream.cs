using System.Diagnostics.CodeAnalysis;
using Verksam.Kernel.Backups.Format;

namespace Verksam.Kernel.Backups.Sealing;

/// <summary>Locks what is written, chunk by chunk. Without <see cref="Finish"/> the file has no last chunk and is not believed.</summary>
internal sealed class SealingStream : WriteOnlyStream
{
    [SuppressMessage("Usage", "CA2213", Justification = "The file is whoever's who opened it")]
    private readonly Stream _to;

    private readonly Seal _seal;
    private readonly byte[] _open = new byte[Seal.Chunk];
    private readonly byte[] _locked = new byte[Seal.Chunk + Seal.Tag];
    private int _filled;
    private long _number;

    public SealingStream(Stream to, string passphrase)
    {
        _to = to;
        (_seal, var head) = Seal.Make(passphrase);
        to.Write(head);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_filled == _open.Length)
                Put(last: false);
            var part = Math.Min(buffer.Length, _open.Length - _filled);
            buffer[..part].CopyTo(_open.AsSpan(_filled));
            _filled += part;
            buffer = buffer[part..];
        }
    }

    public override void Flush() => _to.Flush();

    public void Finish() => Put(last: true);

    protected override void Dispose(bool disposing)
    {
        _seal.Dispose();
        base.Dispose(disposing);
    }

    private void Put(bool last)
    {
        _seal.Close(_number++, last, _open.AsSpan(0, _filled), _locked);
        _to.Write(_locked, 0, _filled + Seal.Tag);
        _filled = 0;
    }
}
