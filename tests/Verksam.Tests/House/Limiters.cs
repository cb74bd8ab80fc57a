using System.Reflection;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace Verksam.Tests.House;

/// <summary>
/// Stops the clocks of the rate limiter. The middleware never disposes of the limiter it makes, whose timer then holds the whole house in
/// memory and wakes ten times a second: nothing in a program that runs once, much after a thousand houses.
/// </summary>
internal static class Limiters
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    public static void Stop(TestServer server)
    {
        foreach (var limiter in All(server))
            limiter.Dispose();
    }

    /// <summary>Those of the middleware, found by walking from the server down the pipeline.</summary>
    public static IReadOnlyList<PartitionedRateLimiter<HttpContext>> All(TestServer server)
    {
        var limiters = new List<PartitionedRateLimiter<HttpContext>>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var left = new Queue<object?>([Field(server, "_application")]);
        while (left.TryDequeue(out var part))
        {
            if (part is null || !seen.Add(part))
                continue;
            foreach (var field in part.GetType().GetFields(Hidden))
                Look(field.GetValue(part));
        }
        return limiters;

        void Look(object? value)
        {
            if (value is PartitionedRateLimiter<HttpContext> limiter)
                limiters.Add(limiter);
            else if (value is RequestDelegate next)
                left.Enqueue(next.Target);
            else if (value?.GetType().Name is { } name && (name.Contains("Application", StringComparison.Ordinal) || name.Contains("Middleware", StringComparison.Ordinal)))
                left.Enqueue(value);
        }
    }

    private static object? Field(object of, string name) => of.GetType().GetField(name, Hidden)?.GetValue(of);
}
