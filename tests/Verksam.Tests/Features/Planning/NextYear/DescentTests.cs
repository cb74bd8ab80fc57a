using Shouldly;
using Verksam.Features.Planning.NextYear;
using Xunit;

namespace Verksam.Tests.Features.Planning.NextYear;

public sealed class DescentTests
{
    [Theory]
    [InlineData("Vi ska hålla minst fyra konserter.", "Vi ska hålla minst fyra konserter.", true)]
    [InlineData("Vi ska hålla fyra konserter under 2026.", "Vi ska hålla fyra konserter under 2027.", true)]
    [InlineData("Styrelsen ska boka kyrkan senast 31 maj.", "Styrelsen ska boka kyrkan eller kapellet senast 31 maj.", true)]
    [InlineData("Styrelsen ska boka kyrkan senast 31 maj.", "Styrelsen ska boka en buss till Åland i augusti.", false)]
    [InlineData("Vi ska hålla minst fyra konserter.", "Vi ska sälja lotter.", false)]
    public void The_same_promise_is_known_again_and_another_is_not(string earlier, string later, bool same) =>
        Descent.Match([(1, earlier)], [(2, later)]).ContainsKey(2).ShouldBe(same);

    [Fact]
    public void Nobody_carries_on_what_another_is_more_like()
    {
        var pairs = Descent.Match(
            [("a", "Vi ska hålla minst fyra konserter i kyrkan."), ("b", "Vi ska hålla minst fyra konserter utomhus.")],
            [("x", "Vi ska hålla minst fyra konserter utomhus."), ("y", "Vi ska hålla minst fyra konserter i kapellet."), ("z", "Vi ska hålla minst fyra konserter.")]);

        pairs["x"].ShouldBe("b");
        pairs["y"].ShouldBe("a");
        pairs.Keys.ShouldNotContain("z");
    }

    [Fact]
    public void Words_that_all_share_do_not_pair_two()
    {
        var earlier = Enumerable.Range(0, 100).Select(i => (i, $"Vi ska träffas i hus nummer{i} på gata{i} med grupp{i} om ämne{i}.")).ToList();

        var pairs = Descent.Match(earlier, [.. earlier.Select(e => (e.i + 1000, e.Item2))]);

        pairs.Count.ShouldBe(100);
        pairs.ShouldAllBe(p => p.Key == p.Value + 1000);
    }
}
