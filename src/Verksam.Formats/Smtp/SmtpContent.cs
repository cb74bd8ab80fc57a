using System.Buffers;

namespace Verksam.Formats.Smtp;

/// <summary>A letter as DATA has it: a dot before each line that begins with one, a dot alone at the end (RFC 5321 4.5.2).</summary>
internal static class SmtpContent
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    /// <summary>
    /// Refuses bare CR and LF: where one server sees a line, another may see the end of the letter and the beginning of a forged one.
    /// </summary>
    public static void Check(ReadOnlySpan<byte> message)
    {
        for (int at; (at = message.IndexOfAny(LineEnds)) >= 0; message = message[(at + 2)..])
        {
            if (!message[at..].StartsWith("\r\n"u8))
                throw new ArgumentException("A line of the message does not end with CR LF.", nameof(message));
        }
    }

    public static byte[] Stuff(ReadOnlySpan<byte> message)
    {
        var output = new ArrayBufferWriter<byte>(message.Length + 64);
        while (!message.IsEmpty)
        {
            var length = message.IndexOf((byte)'\n') + 1;
            var line = length > 0 ? message[..length] : message;
            if (line[0] == '.') output.Write("."u8);
            output.Write(line);
            message = message[line.Length..];
            if (length == 0) output.Write("\r\n"u8);
        }
        output.Write(".\r\n"u8);
        return output.WrittenSpan.ToArray();
    }
}
