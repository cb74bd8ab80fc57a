using Verksam.Kernel;
using Verksam.Kernel.Files;

namespace Verksam.Features.Structure;

/// <summary>A unit's picture. What it is, its first bytes say; the name and the sender's word count for nothing.</summary>
internal static class Logo
{
    public const int Largest = 500_000;

    private const int Start = 16;

    public static async Task<(StoredFile? File, Refusal? Refusal)> Read(IFormFile? sent, Archive archive, CancellationToken cancelled)
    {
        if (sent is null || sent.Length is 0 or > Largest)
            return (null, StructureRefusals.NotALogo);
        await using var content = sent.OpenReadStream();
        var start = new byte[Start];
        var read = await content.ReadAtLeastAsync(start, Start, throwOnEndOfStream: false, cancelled);
        return TypeOf(start.AsSpan(0, read)) is { } type ? (await archive.Keep(Named(type), type, content, cancelled), null) : (null, StructureRefusals.NotALogo);
    }

    private static string? TypeOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]))
            return "image/png";
        if (content.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]))
            return "image/jpeg";
        return content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? "image/webp" : null;
    }

    // the sender's file name may hold a person's name, and nobody needs it
    private static string Named(string type) => "logotyp." + type["image/".Length..];
}
