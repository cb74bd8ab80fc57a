using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Outbox;

public sealed class OldPostTests
{
    [Fact]
    public async Task Letters_in_the_folder_are_thrown_away_after_a_month()
    {
        await using var app = await AppUnderTest.Start();
        var folder = Directory.CreateDirectory(Path.Combine(app.Services.GetRequiredService<Installation>().DataFolder, FolderPost.Folder)).FullName;
        foreach (var (name, age) in new[] { ("gammalt.eml", 31), ("gammalt.txt", 31), ("nytt.eml", 29), ("min egen.odt", 400) })
        {
            var file = Path.Combine(folder, name);
            await File.WriteAllTextAsync(file, "");
            File.SetLastWriteTimeUtc(file, FakeTime.Start.UtcDateTime.AddDays(-age));
        }

        await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == OldPost.JobName).Run(FakeTime.Start, CancellationToken.None));

        Directory.GetFiles(folder).Select(Path.GetFileName).Order().ShouldBe(["min egen.odt", "nytt.eml"]);
        Schedule.Everything.Select(s => s.Name).ShouldContain(OldPost.JobName);
    }
}
