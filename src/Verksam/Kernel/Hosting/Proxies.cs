using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Verksam.Kernel.Hosting;

/// <summary>
/// VERKSAM_PROXIES="10.0.0.7, 10.1.0.0/16": who may tell where a request came from, and that it was encrypted. Anybody can write those
/// headers, so that from others they are worth nothing.
/// </summary>
internal static class Proxies
{
    private const string Named = "VERKSAM_PROXIES";

    public static void UseProxies(this WebApplication app)
    {
        // ASP.NET's own switch believes everybody
        app.Configuration["ForwardedHeaders_Enabled"] = "false";
        if (app.Configuration[Named] is { Length: > 0 } named)
            app.UseForwardedHeaders(Believing(named));
    }

    private static ForwardedHeadersOptions Believing(string named)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in named.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(one, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(one, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new CannotStart("Ui.CannotStart.Proxies", Named, one);
        }
        return options;
    }
}
