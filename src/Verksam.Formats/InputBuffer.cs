using System.Diagnostics.CodeAnalysis;

namespace Verksam.Formats;

/// <summary>
/// A file held in memory in pieces: may come from a stream that cannot seek, is refused while it comes, and costs what it weighs
/// (a MemoryStream would hold three times as much while it grows).
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is what it holds that matters")]
public sealed class InputBuffer : Stream
{
    private const int PieceSize = 64 << 10;

    private readonly List<byte[]> _pieces = [];
    private long _length;

    private InputBuffer() { }

    /// <summary>Takes all of a stream, which need not be able to seek and is not closed. What is a buffer already is taken as it is.</summary>
    /// <exception cref="UnreadableDocument">too-big.</exception>
    public static async Task<InputBuffer> Fill(Stream input, long limit, CancellationToken cancellation)
    {
        if (input is InputBuffer full)
        {
            if (full._length > limit) throw new UnreadableDocument(UnreadableDocument.TooBig);
            full.Position = 0;
            return full;
        }
        var buffer = new InputBuffer();
        while (true)
        {
            var piece = new byte[PieceSize];
            var read = await input.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, cancellation);
            buffer._pieces.Add(piece);
            buffer._length += read;
            if (buffer._length > limit) throw new UnreadableDocument(UnreadableDocument.TooBig);
            if (read < PieceSize) return buffer;
        }
    }

    /// <summary>All of it in one piece.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[_length];
        Position = 0;
        this.ReadExactly(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;
    /// <inheritdoc/>
    public override bool CanSeek => true;
    /// <inheritdoc/>
    public override bool CanWrite => false;
    /// <inheritdoc/>
    public override long Length => _length;
    /// <inheritdoc/>
    public override long Position { get; set; }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (Position >= _length) return 0;
        var (piece, start) = Math.DivRem(Position, PieceSize);
        var count = (int)Math.Min(Math.Min(buffer.Length, PieceSize - start), _length - Position);
        _pieces[(int)piece].AsSpan((int)start, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => _length };
        if (position < 0) throw new IOException("Before the beginning of the file.");
        return Position = position;
    }

    /// <inheritdoc/>
    public override void Flush() { }
    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
