using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Verksam.Kernel.Hosting;

/// <summary>How often one sender may try what is dear or dangerous.</summary>
internal static class Limits
{
    /// <summary>Letters, codes and passwords: ten tries a minute from one address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Links that let one in without a session: sixty a minute from one address, and twenty with one secret (the route's token).</summary>
    public const string Link = "link";

    /// <summary>What anybody may send without an account: thirty a minute from one address, for a whole meeting may share one.</summary>
    public const string Open = "open";

    /// <summary>Files to read, which cost seconds and megabytes: twenty a minute from one account.</summary>
    public const string File = "file";

    /// <summary>Looking for something, also while one types: two hundred and forty a minute from one account.</summary>
    public const string Search = "search";

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
        limits.AddPolicy(Open, http => HttpMethods.IsPost(http.Request.Method) ? PerAddress(http, 30) : RateLimitPartition.GetNoLimiter("looking"));
        limits.AddPolicy(File, http => HttpMethods.IsPost(http.Request.Method) ? PerAccount(http, 20) : RateLimitPartition.GetNoLimiter("looking"));
        limits.AddPolicy(Search, http => PerAccount(http, 240));
        limits.AddPolicy(Link, http => PerAddress(http, 60));
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PerToken);
    });

    // a policy counts one thing, and links are counted twice: by who asks, and by what is asked for
    private static RateLimitPartition<string> PerToken(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Link && http.Request.RouteValues["token"] is string { Length: > 0 } token
            ? AtMost(token, 20) : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> PerAddress(HttpContext http, int aMinute) => AtMost(Sender(http.Connection.RemoteIpAddress), aMinute);

    private static RateLimitPartition<string> PerAccount(HttpContext http, int aMinute) =>
        http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account ? AtMost(account, aMinute) : PerAddress(http, aMinute);

    private static RateLimitPartition<string> AtMost(string key, int aMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        key,
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
