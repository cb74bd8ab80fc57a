using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Running;

public sealed class RunningPageTests
{
    [Fact]
    public async Task It_says_what_is_wrong_and_what_to_do()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Named("Siv Berg"));
        (await Text(siv)).ShouldContain("Allt är som det ska.");

        await app.Write(db => Task.FromResult(db.Letters.Add(new Letter("sign-in", Guid.CreateVersion7(), app.Clock.GetUtcNow()))));
        app.Clock.Advance(TimeSpan.FromHours(2));

        var text = await Text(siv);
        text.ShouldContain("En sak behöver ses om.");
        text.ShouldContain("Under Brev står vad e-postservern svarade.");
    }

    [Fact]
    public async Task A_backup_asked_for_twice_is_taken_once()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Named("Siv Berg"));
        for (var times = 0; times < 2; times++)
            (await (await siv.Open("/drift")).Submit("Säkerhetskopiera nu")).Text.ShouldContain("Säkerhetskopian tas inom en minut.");
        (await app.Read(db => db.Jobs.CountAsync(j => j.Name == NightlyBackup.JobName))).ShouldBe(1);

        await app.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);

        (await app.Read(db => db.Jobs.SingleAsync(j => j.Name == NightlyBackup.JobName))).DoneAt.ShouldNotBeNull();
        (await Text(siv)).ShouldNotContain("Inte än");
    }

    private static async Task<string> Text(Visitor visitor) => (await visitor.Open("/drift")).Text;
}
