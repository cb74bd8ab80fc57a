using System.Globalization;
using System.Text;

namespace Verksam.Bench.Http;

/// <summary>An answer; its bytes are valid until the next question on the same connection.</summary>
internal readonly ref struct Head
{
    private readonly ReadOnlySpan<byte> bytes;

    public Head(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    public int Status => int.Parse(bytes.Slice(9, 3), CultureInfo.InvariantCulture);

    public bool IsChunked => Value("transfer-encoding"u8).SequenceEqual("chunked"u8);

    public int Length => int.TryParse(Value("content-length"u8), CultureInfo.InvariantCulture, out var length) ? length : 0;

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> name)
    {
        foreach (var range in bytes.Split("\r\n"u8))
        {
            var line = bytes[range];
            if (line.Length > name.Length && line[name.Length] == ':' && Ascii.EqualsIgnoreCase(line[..name.Length], name))
            {
                return line[(name.Length + 1)..].Trim((byte)' ');
            }
        }

        return [];
    }
}

/// <summary>What the load generator needs of an answer, and what a sign-in needs besides.</summary>
internal sealed record Response(int Status, int Length, ReadOnlyMemory<byte> Whole)
{
    public string Text => Encoding.UTF8.GetString(Whole.Span);

    /// <summary>Where it leads on to, when it does.</summary>
    public string? Location => Lines("Location:").FirstOrDefault();

    public IEnumerable<string> Cookies => Lines("Set-Cookie:").Select(line => line.Split(';')[0]);

    private IEnumerable<string> Lines(string name) => Text.Split("\r\n\r\n", 2)[0].Split("\r\n")
        .Where(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase)).Select(line => line[name.Length..].Trim());
}
