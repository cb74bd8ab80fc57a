using Shouldly;
using Verksam.Kernel.Bulk;
using Xunit;

namespace Verksam.Tests.Kernel.Bulk;

/// <summary>What is made ahead is what would be made anyhow: in order, with the same end, and nothing left running.</summary>
public sealed class LookaheadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task All_come_once_and_in_order()
    {
        (await Enumerable.Range(0, 500).Ahead().ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(Enumerable.Range(0, 500));
        (await Enumerable.Empty<int>().Ahead().ToListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_next_is_made_while_the_one_before_is_used()
    {
        using var secondIsMade = new ManualResetEventSlim();

        var used = new List<int>();
        await foreach (var item in Source().Ahead(TestContext.Current.CancellationToken))
        {
            if (item == 1)
                secondIsMade.Wait(Patience, TestContext.Current.CancellationToken).ShouldBeTrue("nobody makes the second while the first is used");
            used.Add(item);
        }

        used.ShouldBe([1, 2]);

        IEnumerable<int> Source()
        {
            yield return 1;
            secondIsMade.Set();
            yield return 2;
        }
    }

    [Fact]
    public async Task No_more_than_one_is_made_ahead()
    {
        var (made, most) = (0, 0);

        await foreach (var item in Source().Ahead(TestContext.Current.CancellationToken))
            most = Math.Max(most, Volatile.Read(ref made) - item);

        (made, most).ShouldSatisfyAllConditions(x => x.made.ShouldBe(200), x => x.most.ShouldBeLessThanOrEqualTo(1));

        IEnumerable<int> Source()
        {
            for (var item = 1; item <= 200; item++)
            {
                Volatile.Write(ref made, item);
                yield return item;
            }
        }
    }

    [Fact]
    public async Task What_fails_while_it_is_made_fails_for_whoever_uses_it_after_what_came_before()
    {
        var used = new List<int>();

        var failure = await Should.ThrowAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in Source().Ahead(TestContext.Current.CancellationToken))
                used.Add(item);
        });

        failure.Message.ShouldBe("Rad 3");
        used.ShouldBe([1, 2]);

        static IEnumerable<int> Source()
        {
            yield return 1;
            yield return 2;
            throw new InvalidDataException("Rad 3");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // what the one ahead says is nobody's any more
    public async Task Whoever_stops_in_the_middle_waits_for_the_one_ahead_and_closes_the_source(bool fails)
    {
        using var nobodySets = new ManualResetEventSlim();
        using var isBegun = new ManualResetEventSlim();
        var (isMade, isClosed) = (false, false);

        await foreach (var item in Source().Ahead(TestContext.Current.CancellationToken))
        {
            item.ShouldBe(1);
            isBegun.Wait(Patience, TestContext.Current.CancellationToken).ShouldBeTrue();
            break;
        }

        (isMade, isClosed).ShouldBe((true, true));

        IEnumerable<int> Source()
        {
            try
            {
                yield return 1;
                isBegun.Set();
                nobodySets.Wait(TimeSpan.FromMilliseconds(100)); // long enough to be left running by whoever does not wait
                isMade = true;
                if (fails)
                    throw new InvalidDataException();
                yield return 2;
            }
            finally
            {
                isClosed = true;
            }
        }
    }

    [Fact]
    public async Task A_source_that_was_gone_through_is_closed()
    {
        var isClosed = false;

        await foreach (var item in Source().Ahead(TestContext.Current.CancellationToken))
            item.ShouldBe(1);

        isClosed.ShouldBeTrue();

        IEnumerable<int> Source()
        {
            try
            {
                yield return 1;
            }
            finally
            {
                isClosed = true;
            }
        }
    }

    [Fact]
    public async Task One_that_is_cancelled_makes_nothing()
    {
        var isBegun = false;

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Source().Ahead(new CancellationToken(canceled: true)))
                isBegun = true;
        });

        isBegun.ShouldBeFalse();

        IEnumerable<int> Source()
        {
            isBegun = true;
            yield return 1;
        }
    }
}
