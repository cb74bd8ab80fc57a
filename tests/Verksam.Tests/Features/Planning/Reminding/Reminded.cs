using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Planning.Sharing;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Planning.Reminding;

/// <summary>The choir's plan in June: the church (1.2) should have been booked in May, and of the concerts (1.1) nobody has said a word.</summary>
internal static partial class Reminded
{
    public const string Concerts = "Vi ska hålla minst fyra konserter";
    public const string Church = "Styrelsen ska boka kyrkan senast 31 maj.";

    /// <summary>Monday the eighth of June, a minute past seven in Stockholm.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 6, 8, 5, 1, 0, TimeSpan.Zero);

    /// <summary>Yusuf carries both; nothing has run yet.</summary>
    public static async Task<AppUnderTest> InJune(Someone? owner = null, Someone? deputy = null)
    {
        var app = await AppUnderTest.Start();
        app.Services.GetRequiredService<JobWorker>(); // has been up since March: what is due in June has not been missed
        await Planned.Adopted(app);
        foreach (var number in new[] { "1.1", "1.2" })
            await Planned.Change(app, number, c => c.HandTo((owner ?? (deputy is null ? Cast.GroupLeader : null))?.Id, deputy?.Id, null, FakeTime.Start));
        app.Clock.Set(Monday);
        return app;
    }

    /// <summary>The concerts are shared out: Birgitta sees to two of them in Alnäs, nobody to those in Storå.</summary>
    public static async Task<AppUnderTest> WithParts()
    {
        var app = await InJune();
        var concerts = await Planned.Find(app, "1.1");
        await app.Write(async db =>
        {
            foreach (var unit in await db.Units.Where(u => u.Slug == "alnas" || u.Slug == "stora").ToListAsync())
            {
                var part = new Part(concerts.Id, unit.Id, FakeTime.Start);
                part.Ask(2, unit.Slug == "alnas" ? Cast.AssociationChair.Id : null);
                db.Parts.Add(part);
            }
        });
        return app;
    }

    /// <summary>The same after the letter has gone: the church's link.</summary>
    public static async Task<(AppUnderTest App, string Link)> WithLink()
    {
        var app = await InJune();
        await Run(app);
        (await app.SendLetters()).ShouldBe(1);
        return (app, Links(app)[0]);
    }

    public static Task<int> Run(AppUnderTest app) => app.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);

    /// <summary>The links of the letters that went, as they stand there but for the house.</summary>
    public static IReadOnlyList<string> Links(AppUnderTest app) =>
        [.. app.Post.HandedOver.SelectMany(l => Link().Matches(l.Text)).Select(m => m.Groups[1].Value)];

    public static async Task<IReadOnlyList<(Guid To, LetterState State, string? Reason)>> Rows(AppUnderTest app) =>
        [.. (await app.Read(db => db.Letters.OrderBy(l => l.Key).ToListAsync())).Select(l => (l.To, l.State, l.Reason))];

    [GeneratedRegex(@"https://verksam\.example(/lage/[\w-]{43})$", RegexOptions.Multiline, 1000)]
    private static partial Regex Link();
}
