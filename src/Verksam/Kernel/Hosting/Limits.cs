using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Verksam.Kernel.Hosting;

/// <summary>How often one sender may try what is dear or dangerous.</summary>
internal static class Limits
{
    /// <summary>Letters, codes and passwords: ten tries a minute from one address.</summary>
    public const string SignIn = "sign-in";

    public static IServiceCollection AddLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(SignIn, http => HttpMethods.IsPost(http.Request.Method) ? PerAddress(http, 10) : RateLimitPartition.GetNoLimiter(""));
    });

    private static RateLimitPartition<string> PerAddress(HttpContext http, int aMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = aMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
