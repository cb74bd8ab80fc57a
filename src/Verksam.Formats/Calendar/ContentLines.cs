using System.Text;

namespace Verksam.Formats.Calendar;

/// <summary>
/// Content lines (RFC 5545 3.1): CR LF after each, folded. All that is written goes through here, so no value can begin a line of its
/// own: what is left of control characters falls away, but for the tab.
/// </summary>
internal sealed class ContentLines
{
    // octets, without the line's end and with the space that a fold begins with
    private const int LongestLine = 75;

    private readonly StringBuilder _output = new();

    public void Begin(string component) => Add("BEGIN", component);

    public void End(string component) => Add("END", component);

    /// <summary>A text, when there is one.</summary>
    public void AddText(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) Add(name, Written.Text(text));
    }

    /// <summary>A link, when there is one.</summary>
    public void AddLink(string name, Uri? link, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        if (link is not null) Add(name, Written.Link(link), parameters);
    }

    /// <summary>A value as it is written already, and parameters as they are read.</summary>
    public void Add(string name, string value, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var line = new StringBuilder(name);
        foreach (var parameter in parameters)
        {
            if (parameter.Value.Length > 0) line.Append(';').Append(parameter.Name).Append('=').Append(Written.Parameter(parameter.Value));
        }
        Fold(line.Append(':').Append(value).ToString());
    }

    public override string ToString() => _output.ToString();

    private void Fold(string line)
    {
        Span<char> letter = stackalloc char[2];
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value != '\t') continue;
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                _output.Append("\r\n ");
                octets = 1;
            }
            _output.Append(letter[..rune.EncodeToUtf16(letter)]);
            octets += rune.Utf8SequenceLength;
        }
        _output.Append("\r\n");
    }
}
