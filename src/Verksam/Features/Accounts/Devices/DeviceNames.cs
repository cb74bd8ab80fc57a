using Verksam.Kernel.Text;

namespace Verksam.Features.Accounts.Devices;

/// <summary>What a browser and its machine are called: enough to know one's own again.</summary>
internal static class DeviceNames
{
    /// <summary>As it is said to people.</summary>
    public static string Said(string? name, Texts texts) => string.IsNullOrEmpty(name) ? texts["Accounts.Devices.Unknown"] : name;

    // the order matters: Edge and Opera call themselves Chrome too, Chrome calls itself Safari, an Android is a Linux
    /// <summary>"Chrome, Windows", as far as the browser tells.</summary>
    public static string Of(string? userAgent)
    {
        var agent = userAgent ?? "";
        var words = new[]
        {
            First(agent, ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")),
            First(agent, ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")),
        };
        return string.Join(", ", words.OfType<string>());
    }

    private static string? First(string agent, params ReadOnlySpan<(string Sign, string Name)> known)
    {
        foreach (var (sign, name) in known)
        {
            if (agent.Contains(sign, StringComparison.Ordinal))
                return name;
        }
        return null;
    }
}
