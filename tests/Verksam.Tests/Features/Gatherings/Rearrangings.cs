using Microsoft.Extensions.DependencyInjection;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>What those who rearrange do, step by step.</summary>
internal static class Rearrangings
{
    private const string Cancel = "Ställ in och berätta";

    public const string Why = "Nya restriktioner från 20 mars.";

    public static async Task<Sheet> Do(AppUnderTest app, Visitor visitor, Sheet form, Action<Fields>? how = null)
    {
        var shown = await Fill(form, how: how);
        var page = await shown.Submit(shown.ToDo());
        await Work(app);
        return await visitor.Open(page.Url);
    }

    /// <summary>The button that does it.</summary>
    public static string ToDo(this Sheet shown) => shown.Buttons.Contains(Cancel) ? Cancel : "Planera om och berätta";

    public static Task<Sheet> Fill(Sheet form, string? day = null, Action<Fields>? how = null) => form.Submit("Visa vad det blir", f =>
    {
        f["Input.Why"] = Why;
        how?.Invoke(f);
        if (day is not null)
            f["Input.Day"] = day;
    });

    public static Task<int> Work(AppUnderTest app) => app.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);
}
