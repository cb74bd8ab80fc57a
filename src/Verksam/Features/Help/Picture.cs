using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Verksam.Features.Help;

/// <summary>A picture of the handbook, a png taken at <see cref="Density"/> pixels for each that it takes on the page.</summary>
internal sealed record Picture(string File, byte[] Content)
{
    public const double Density = 1.5;

    /// <summary>Changes with the picture, so that a browser may keep it for ever.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Content))[..12];

    public string Address => $"/hjalp/bilder/{File}?v={Version}";

    public int Width => OnPage(16);

    public int Height => OnPage(20);

    // width and height stand first in every png, after its signature and the name of that part
    private int OnPage(int at) => (int)Math.Round(BinaryPrimitives.ReadInt32BigEndian(Content.AsSpan(at)) / Density);
}
