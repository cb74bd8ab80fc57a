using Verksam.Kernel.Jobs;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Today;

/// <summary>The page of today, and what the house does of a night.</summary>
internal static class Mornings
{
    public static async Task<Sheet> Today(this AppUnderTest app, Someone who) => await (await app.As(who)).Open("/idag");

    /// <summary>What waits, in its order: title, and whether it cannot be put off.</summary>
    public static IReadOnlyList<string> Waits(this Sheet page, string? section = null) => [.. page.Html.QuerySelectorAll($"{section} .waiting h3").Select(h => h.TextContent)];

    public static string Lead(this Sheet page) => page.Html.QuerySelector(".lead b")!.TextContent;

    public static Task Run(this AppUnderTest app, string job, int days = 0) => app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == job).Run(app.Clock.GetUtcNow().AddDays(days), CancellationToken.None));
}
