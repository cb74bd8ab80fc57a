using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Verksam.Kernel.Jobs;
using Xunit;

namespace Verksam.Tests.Kernel.Jobs;

/// <summary>Whose lease is waited for: a living process's and another machine's; not that of one that has ended here.</summary>
public sealed class HolderTests
{
    [Fact]
    public void A_living_process_is_waited_for() => Holder.IsGone(Holder.Mine).ShouldBeFalse();

    [Fact]
    public async Task One_that_has_ended_here_is_not()
    {
        using var process = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        var holder = string.Join(' ', Holder.Mine.Split(' ')[..2].Append(string.Create(CultureInfo.InvariantCulture, $"{process.Id}")).Append("1"));
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Holder.IsGone(holder).ShouldBeTrue();
    }

    [Fact]
    public void A_process_that_has_taken_its_number_is_another()
    {
        var parts = Holder.Mine.Split(' ');

        Holder.IsGone($"{parts[0]} {parts[1]} {parts[2]} {parts[3]}0").ShouldBeTrue();
        Holder.IsGone($"{parts[0]} an-earlier-boot {parts[2]} {parts[3]}").ShouldBeTrue();
    }

    [Theory]
    [InlineData("another-machine boot 1 1")]
    [InlineData("nonsense")]
    public void What_is_not_known_is_waited_for(string holder) => Holder.IsGone(holder).ShouldBeFalse();
}
