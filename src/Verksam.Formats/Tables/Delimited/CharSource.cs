namespace Verksam.Formats.Tables.Delimited;

/// <summary>The letters of a file, a piece at a time, so that they can be looked ahead in.</summary>
internal sealed class CharSource(TextReader text)
{
    private readonly char[] _piece = new char[16_384];
    private int _at;
    private int _length;

    /// <summary>What lies ahead in this piece; empty at the end of the file only.</summary>
    public ReadOnlySpan<char> Ahead
    {
        get
        {
            if (_at == _length) (_at, _length) = (0, text.Read(_piece, 0, _piece.Length));
            return _piece.AsSpan(_at, _length - _at);
        }
    }

    public bool AtEnd => Ahead.IsEmpty;

    public bool IsAt(char c) => Ahead is [var next, ..] && next == c;

    public void Advance(int count) => _at += count;

    public bool Take(char c)
    {
        if (!IsAt(c)) return false;
        Advance(1);
        return true;
    }
}
