using Microsoft.Extensions.DependencyInjection;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>What those who rearrange do, step by step.</summary>
internal static class Rearrangings
{
    public const string Why = "Nya restriktioner från 20 mars.";

    public static async Task<Sheet> Do(AppUnderTest app, Visitor visitor, Sheet form, Action<Fields>? how = null)
    {
        var page = await (await Fill(form, how: how)).Submit("Planera om och berätta");
        await Work(app);
        return await visitor.Open(page.Url);
    }

    public static Task<Sheet> Fill(Sheet form, string? day = null, Action<Fields>? how = null) => form.Submit("Visa vad det blir", f =>
    {
        f["Input.Why"] = Why;
        how?.Invoke(f);
        if (day is not null)
            f["Input.Day"] = day;
    });

    public static Task<int> Work(AppUnderTest app) => app.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);
}
