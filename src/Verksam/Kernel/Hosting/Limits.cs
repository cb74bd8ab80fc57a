using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Verksam.Kernel.Hosting;

/// <summary>How often one sender may try what is dear or dangerous.</summary>
internal static class Limits
{
    /// <summary>Letters, codes and passwords: ten tries a minute from one address.</summary>
    public const string SignIn = "sign-in";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Minute.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        // a name that is no address: behind a socket without addresses looking and trying must not share a counter
        limits.AddPolicy(SignIn, http => HttpMethods.IsPost(http.Request.Method) ? PerAddress(http, 10) : RateLimitPartition.GetNoLimiter("looking"));
    });

    private static RateLimitPartition<string> PerAddress(HttpContext http, int aMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        Sender(http.Connection.RemoteIpAddress),
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = aMinute, Window = Minute, SegmentsPerWindow = 6 });

    // whoever has one IPv6 address has the 64 bits below it too
    private static string Sender(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } =>
            Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };
}
