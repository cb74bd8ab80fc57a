using Verksam.Formats.Pictures;

namespace Verksam.Kernel.Files;

/// <summary>A picture that somebody sends. What it is, its first bytes say; the name and the sender's word count for nothing, and what is written beside it is left out.</summary>
internal static class Picture
{
    /// <param name="named">What it is called here: the sender's name of it may hold a person's, and nobody needs that.</param>
    /// <returns>Null when it is none (png, jpeg, webp) or larger than that.</returns>
    public static async Task<StoredFile?> Read(IFormFile? sent, int largest, string named, Archive archive, CancellationToken cancelled)
    {
        if (sent is null || sent.Length == 0 || sent.Length > largest)
            return null;
        var content = new byte[sent.Length];
        await using (var stream = sent.OpenReadStream())
            await stream.ReadExactlyAsync(content, cancelled);
        if (BarePicture.Of(content) is not { } bare)
            return null;
        using var kept = new MemoryStream(bare.Content.ToArray());
        return await archive.Keep($"{named}.{bare.ContentType["image/".Length..]}", bare.ContentType, kept, cancelled);
    }
}
