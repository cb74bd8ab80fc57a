using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Outbox;

/// <summary>Letters wait for people who stand in line, and not for ever.</summary>
public sealed class RushTests
{
    private static readonly TimeSpan Ever = TimeSpan.FromDays(1), Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public void Where_nobody_stands_in_line_nothing_waits() => new Rush(TimeProvider.System).Over(Ever, CancellationToken.None).IsCompleted.ShouldBeTrue();

    [Fact]
    public async Task It_is_over_when_the_last_has_gone()
    {
        var rush = new Rush(TimeProvider.System);
        var (first, second) = (rush.Enter(), rush.Enter());
        var over = rush.Over(Ever, TestContext.Current.CancellationToken);

        first.Dispose();
        rush.Over(Ever, CancellationToken.None).IsCompleted.ShouldBeFalse();
        second.Dispose();

        await over.WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_line_that_never_ends_is_not_waited_for_longer_than_said()
    {
        var rush = new Rush(TimeProvider.System);
        using var stays = rush.Enter();

        await rush.Over(TimeSpan.FromMilliseconds(120), TestContext.Current.CancellationToken).WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_letter_leaves_when_the_line_is_gone()
    {
        await using var app = await AppUnderTest.Start();
        var line = app.Services.GetRequiredService<Rush>().Enter();

        var sending = app.SendLetters();
        sending.IsCompleted.ShouldBeFalse();
        line.Dispose();

        await sending.WaitAsync(Soon, TestContext.Current.CancellationToken);
    }
}
