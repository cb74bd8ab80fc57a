using Verksam.Kernel.Backups;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Doctor;

/// <summary>Whether what is set is known and makes sense together.</summary>
internal sealed class SettingChecks(IConfiguration configuration, Installation installation)
{
    private const string Ours = "VERKSAM_";

    private static readonly string[] Known =
    [
        "VERKSAM_DATA", "VERKSAM_URLS", "VERKSAM_PUBLIC_URL", "VERKSAM_SMTP", "VERKSAM_MAIL_FROM", "VERKSAM_PROXIES", "VERKSAM_BUILD_ONLY", "VERKSAM_DEMO_UNITS",
        BackupShelf.Setting, Passphrase.Setting, Leaving.Setting,
        FilePlace.Setting, FilePlace.EndpointSetting, FilePlace.RegionSetting, FilePlace.EncryptionSetting,
    ];

    public IEnumerable<Check> All =>
    [
        new("settings", _ => Task.FromResult(Names())),
        new("public-url", _ => Task.FromResult(PublicUrl())),
    ];

    // a misspelt name is a setting that does nothing, and nobody is told
    private Finding Names()
    {
        var unknown = configuration.AsEnumerable().Select(s => s.Key)
            .Where(name => name.StartsWith(Ours, StringComparison.OrdinalIgnoreCase) && !Known.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).ToList();
        return unknown.Count > 0 ? Finding.Warning("Ui.Doctor.UnknownSettings", string.Join(", ", unknown)) : Finding.Ok("Ui.Doctor.Settings");
    }

    private Finding PublicUrl()
    {
        if (!Uri.TryCreate(installation.PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return Finding.Fault("Ui.Doctor.NoUrl", installation.PublicUrl);
        return url.Scheme == "http" && !url.IsLoopback ? Finding.Warning("Ui.Doctor.OpenUrl", installation.PublicUrl)
            : Finding.Ok("Ui.Doctor.Url", installation.PublicUrl);
    }
}
