namespace Verksam.Formats.Xml;

/// <summary>
/// Stands between a part and the XML reader and refuses what the reader would gather whole in memory: an attribute or a CDATA section
/// of many megabytes, a tag with a million attributes. Between two '&lt;' lies at most one tag and the text after it.
/// </summary>
internal sealed class TokenGuard(TextReader inner) : TextReader
{
    // Old Word drawings carry a base64 copy of themselves in one attribute, so a megabyte does happen
    private const int LongestToken = 4_000_000;
    private const int MostEqualSigns = 20_000;

    private int _length;
    private int _equalSigns;
    private int _brackets;
    private bool _declaration;
    private bool _literal;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        for (var rest = buffer.AsSpan(index, read); rest.Length > 0; rest = rest[See(rest)..]) { }
        if (_length > LongestToken || _equalSigns > MostEqualSigns) throw new UnreadableDocument(UnreadableDocument.TooMuchText);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    // Says how far it saw: what lies between the signs that matter is passed in one step, or a sheet would be read at half the speed
    private int See(ReadOnlySpan<char> text)
    {
        if (!_literal && _length >= 2)
        {
            var plain = text.IndexOfAny('<', '=');
            if (plain < 0) plain = text.Length;
            _length += plain;
            if (plain > 0) return plain;
        }
        See(text[0]);
        return 1;
    }

    private void See(char c)
    {
        _length++;
        if (_literal) SeeLiteral(c);
        else if (c == '<') (_length, _equalSigns) = (0, 0);
        else if (c == '=') _equalSigns++;
        else if (_length == 1) _declaration = c == '!';
        else if (_length == 2 && _declaration && c == '[') _literal = true;
    }

    // In a CDATA section '<' starts nothing; only "]]>" ends it
    private void SeeLiteral(char c)
    {
        if (c == '>' && _brackets >= 2) _literal = false;
        _brackets = c == ']' ? _brackets + 1 : 0;
    }
}
