using System.Text;

namespace Verksam.Formats.Smtp;

/// <summary>Reads answers off a stream, with a limit to how much a server may say.</summary>
internal sealed class ReplyReader(Stream stream)
{
    private const int LongestLine = 2_048;
    private const int MostLines = 128;

    private readonly byte[] _buffer = new byte[LongestLine];
    private int _start;
    private int _end;

    /// <summary>Something was said that nobody asked for.</summary>
    public bool HasMore => _start < _end;

    public async Task<SmtpReply> Read(CancellationToken cancellation)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await ReadLine(cancellation);
            if (!TryParse(line, out var number, out var isLast)) throw Garbled();
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (isLast) return new SmtpReply(number, lines);
            if (lines.Count >= MostLines) throw Garbled();
        }
    }

    private static bool TryParse(string line, out int number, out bool isLast)
    {
        isLast = line.Length == 3 || (line.Length > 3 && line[3] == ' ');
        number = 0;
        return line.Length >= 3 && (isLast || line[3] == '-')
            && int.TryParse(line.AsSpan(0, 3), System.Globalization.NumberStyles.None, null, out number) && number is >= 200 and < 600;
    }

    private async Task<string> ReadLine(CancellationToken cancellation)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = _buffer.AsSpan(_start, length).TrimEnd((byte)'\r');
                _start += length + 1;
                return Clean(line);
            }
            await Fill(cancellation);
        }
    }

    private async Task Fill(CancellationToken cancellation)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) throw Garbled();
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
        if (read == 0) throw new SmtpFailure(SmtpFault.NoConnection, "The server hung up.");
        _end += read;
    }

    // Nothing the server says may do anything to a terminal or a log
    private static string Clean(ReadOnlySpan<byte> line) =>
        string.Concat(Encoding.UTF8.GetString(line).Select(c => char.IsControl(c) ? ' ' : c));

    private static SmtpFailure Garbled() => new(SmtpFault.Garbled, "The server does not speak SMTP.");
}
