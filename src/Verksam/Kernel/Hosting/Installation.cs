using Verksam.Kernel.Files;

namespace Verksam.Kernel.Hosting;

/// <summary>Where this installation keeps its things and how it is reached.</summary>
/// <param name="DataFolder">Absolute path: the embedded database, letters without a mail server, backups.</param>
/// <param name="PostgresConnection">A PostgreSQL connection string, or null for the embedded SQLite.</param>
/// <param name="PublicUrl">The address in letters, without a slash at the end. Never taken from a request.</param>
/// <param name="IsDemo">An invented organisation with an invented clock.</param>
/// <param name="Files">Where the files that people bring in lie; null is the database.</param>
internal sealed record Installation(string DataFolder, string? PostgresConnection, string PublicUrl, bool IsDemo, FilePlace? Files = null)
{
    public const string DefaultUrl = "http://localhost:5080";

    public const string PublicUrlSetting = "VERKSAM_PUBLIC_URL";

    public bool IsHttps => PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public string SqliteFile => Path.Combine(DataFolder, "verksam.db");

    /// <summary>It has never been started.</summary>
    public bool HasNoDatabase => PostgresConnection is null && !File.Exists(SqliteFile);

    /// <summary>The name that passkeys are made for; null where the house is reached by an address of numbers only.</summary>
    public string? PasskeyDomain => Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.HostNameType == UriHostNameType.Dns ? url.Host : null;

    public static Installation From(IConfiguration configuration, bool demo) => new(
        Folder(configuration["VERKSAM_DATA"], demo),
        configuration.GetConnectionString("Verksam") is { Length: > 0 } connection ? connection : null,
        (configuration[PublicUrlSetting] ?? FirstOf(configuration["VERKSAM_URLS"])).TrimEnd('/'),
        demo,
        demo ? null : FilePlace.Of(configuration)); // a demo must never touch what is real

    // a demo must never touch what is real: without a folder of its own it gets a fresh one
    private static string Folder(string? chosen, bool demo) =>
        Path.GetFullPath(!string.IsNullOrWhiteSpace(chosen) ? chosen
            : demo ? Directory.CreateTempSubdirectory("verksam-demo-").FullName : "data");

    private static string FirstOf(string? urls) =>
        urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? DefaultUrl;
}
