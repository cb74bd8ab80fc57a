using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Files;

/// <summary>Where files are to lie: in the database, in a folder, or in a bucket of an S3 service.</summary>
/// <param name="Address">Nothing for the database, an absolute path, or <c>s3://bucket/prefix</c>.</param>
/// <param name="Endpoint">The service's address; without it Amazon's.</param>
/// <param name="IsEncrypted">The service is asked to encrypt what it keeps.</param>
internal sealed record FilePlace(string Address, string? Endpoint = null, string? Region = null, bool IsEncrypted = true)
{
    public const string Setting = "VERKSAM_FILES", EndpointSetting = "VERKSAM_FILES_ENDPOINT",
        RegionSetting = "VERKSAM_FILES_REGION", EncryptionSetting = "VERKSAM_FILES_ENCRYPTION";

    private const string S3 = "s3://";

    public static readonly FilePlace Database = new("");

    public bool IsDatabase => Address.Length == 0;

    public bool IsS3 => Address.StartsWith(S3, StringComparison.Ordinal);

    public string Bucket => Address[S3.Length..].Split('/')[0];

    /// <summary>What every key begins with.</summary>
    public string Prefix => Address[(S3.Length + Bucket.Length)..].Trim('/') is { Length: > 0 } prefix ? prefix + "/" : "";

    public static FilePlace Of(IConfiguration configuration) => new FilePlace(
        "", Url(Filled(configuration[EndpointSetting])), Filled(configuration[RegionSetting]), Encrypts(configuration[EncryptionSetting]))
        .At(configuration[Setting] ?? "");

    /// <summary>Another address, reached in the same way.</summary>
    public FilePlace At(string address)
    {
        if (address.Length == 0 || !address.Contains("://", StringComparison.Ordinal))
            return this with { Address = address.Length == 0 ? "" : Path.GetFullPath(address) };
        var place = this with { Address = address.TrimEnd('/') };
        return place.IsS3 && place.Bucket.Length > 0 ? place : throw new CannotStart("Ui.CannotStart.Files", Setting, address);
    }

    private static string? Url(string? endpoint) =>
        endpoint is null || (Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")) ? endpoint
            : throw new CannotStart("Ui.CannotStart.Endpoint", EndpointSetting, endpoint);

    private static bool Encrypts(string? set) => set switch
    {
        null or "" or "AES256" => true,
        "off" => false,
        _ => throw new CannotStart("Ui.CannotStart.Encryption", EncryptionSetting, set),
    };

    private static string? Filled(string? value) => value is { Length: > 0 } ? value : null;
}
