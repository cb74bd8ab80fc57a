using Shouldly;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Outbox;

public sealed class LetterTests
{
    [Fact]
    public void The_pause_doubles_and_is_never_longer_than_six_hours()
    {
        var letter = new Letter("test", Guid.Empty, FakeTime.Start);
        var pauses = new List<double>();
        for (var attempt = 0; attempt < 11; attempt++)
        {
            letter.TryLater("busy", FakeTime.Start);
            pauses.Add((letter.DueAt - FakeTime.Start).TotalSeconds);
        }

        pauses.ShouldBe([30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 21600]);
        letter.State.ShouldBe(LetterState.Due);
    }

    [Fact]
    public void The_twelfth_try_is_the_last()
    {
        var letter = new Letter("test", Guid.Empty, FakeTime.Start, secret: "hush");
        for (var attempt = 0; attempt < 12; attempt++)
            letter.TryLater("451 busy", FakeTime.Start);

        (letter.State, letter.Tries, letter.Reason, letter.Secret).ShouldBe((LetterState.Failed, 12, "451 busy", "hush"));
    }

    [Fact]
    public void A_letter_that_has_left_keeps_no_secret()
    {
        var letter = new Letter("test", Guid.Empty, FakeTime.Start, secret: "hush");
        letter.Lease(FakeTime.Start.AddMinutes(2));

        letter.Sent(FakeTime.Start.AddSeconds(1));

        (letter.State, letter.SentAt, letter.Secret, letter.LeasedUntil).ShouldBe((LetterState.Sent, FakeTime.Start.AddSeconds(1), null, null));
    }
}
