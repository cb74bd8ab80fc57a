using System.Security.Cryptography;
using System.Text;

namespace Verksam.Formats.Mime;

/// <summary>A part of a letter (RFC 2045, 2046): headers, an empty line, a body that is encoded already.</summary>
internal sealed record MimePart(IReadOnlyList<(string Name, IEnumerable<string> Words)> Headers, string Body)
{
    /// <summary>Parts bound together. The boundary holds "=_", which none of our encodings can write.</summary>
    public static MimePart Multi(string subtype, string seed, IReadOnlyList<MimePart> parts)
    {
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{subtype} {seed}")).AsSpan(0, 12));
        var body = new StringBuilder();
        foreach (var part in parts)
        {
            body.Append("--").Append(boundary).Append("\r\n");
            part.Write(body);
            // The line end before a boundary belongs to the boundary, not to the part
            body.Append("\r\n");
        }
        body.Append("--").Append(boundary).Append("--\r\n");
        return new MimePart([("Content-Type", [$"multipart/{subtype};", $"boundary=\"{boundary}\""])], body.ToString());
    }

    public void Write(StringBuilder output)
    {
        foreach (var (name, words) in Headers) HeaderText.Fold(output, name, words);
        output.Append("\r\n").Append(Body);
    }
}
