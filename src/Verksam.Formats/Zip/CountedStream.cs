namespace Verksam.Formats.Zip;

/// <summary>What may still be unpacked from one package, all its parts together.</summary>
internal sealed class UnpackingBudget(long bytes)
{
    private long _left = bytes;

    public int Spend(int bytes) => (_left -= bytes) >= 0 ? bytes : throw new UnreadableDocument(UnreadableDocument.UnpacksTooBig);
}

/// <summary>Counts what really comes out of a part.</summary>
internal sealed class CountedStream(Stream inner, UnpackingBudget budget) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => budget.Spend(inner.Read(buffer, offset, count));
    public override int Read(Span<byte> buffer) => budget.Spend(inner.Read(buffer));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
