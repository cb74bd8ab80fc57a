using Verksam.Kernel.Backups.Format;

namespace Verksam.Kernel.Backups.Sealing;

/// <summary>
/// Reads a locked backup as if it were open, from any place in it, because a zip is read from its end. Nothing of it is written in clear.
/// </summary>
internal sealed class UnsealedStream : Stream
{
    private const int Whole = Seal.Chunk + Seal.Tag;

    private readonly Stream _file;
    private readonly Seal _seal;
    private readonly byte[] _open = new byte[Seal.Chunk];
    private readonly long _chunks;
    private long _opened = -1;

    public UnsealedStream(Stream file, string passphrase)
    {
        _file = file;
        var head = new byte[Seal.HeadLength];
        if (file.Length < head.Length + Seal.Tag)
            throw new BadBackup("Ui.Backup.Cut");
        file.Position = 0;
        file.ReadExactly(head);
        _seal = Seal.Open(passphrase, head);
        _chunks = (file.Length - head.Length + Whole - 1) / Whole;
        Length = file.Length - head.Length - (_chunks * Seal.Tag);
        Open(_chunks - 1, "Ui.Backup.Cut"); // only the true last chunk opens as the last
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; }
    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.Length == 0)
            return 0;
        Open(Position / Seal.Chunk, "Ui.Backup.Damaged");
        var at = (int)(Position % Seal.Chunk);
        var part = (int)Math.Min(Math.Min(buffer.Length, Seal.Chunk - at), Length - Position);
        _open.AsSpan(at, part).CopyTo(buffer);
        Position += part;
        return part;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + (origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => Length });

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _seal.Dispose();
        _file.Dispose();
        base.Dispose(disposing);
    }

    private void Open(long chunk, string trouble)
    {
        if (chunk == _opened)
            return;
        var start = Seal.HeadLength + (chunk * Whole);
        var locked = new byte[Math.Min(Whole, _file.Length - start)];
        _file.Position = start;
        _file.ReadExactly(locked);
        if (locked.Length < Seal.Tag || !_seal.TryOpen(chunk, chunk == _chunks - 1, locked, _open))
            throw new BadBackup(trouble);
        _opened = chunk;
    }
}
