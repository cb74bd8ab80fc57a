using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Features.Planning.Measures;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class FigureTests
{
    [Fact]
    public void Counts_add() => Figure.Sum([new(3), new(0), new(4)]).ShouldBe(new Figure(7));

    [Fact]
    public void Shares_weigh_by_what_they_are_shares_of()
    {
        var sum = Figure.Sum([new(1, 2), new(1, 8)])!;

        sum.ShouldBe(new Figure(2, 10));
        sum.Compared.ShouldBe(20); // and not the mean of 50 and 12.5
    }

    [Fact]
    public void Nothing_measured_is_no_figure_and_not_zero() => Figure.Sum([]).ShouldBeNull();

    [Fact]
    public void A_measured_zero_is_zero() => Figure.Sum([new(0)]).ShouldBe(new Figure(0));

    [Fact]
    public void A_silent_unit_changes_nothing() => Figure.Sum([new(5, 10)]).ShouldBe(new Figure(5, 10));

    [Theory]
    [InlineData(1, 3, "33.3")]
    [InlineData(2, 3, "66.7")]
    [InlineData(3, 3, "100")]
    public void A_share_is_compared_in_percent_with_one_decimal(int value, int of, string percent) =>
        new Figure(value, of).Compared.ShouldBe(decimal.Parse(percent, CultureInfo.InvariantCulture));

    [Fact]
    public void A_sum_of_counts_does_not_depend_on_their_order() =>
        Prop.ForAll<int[]>(values => Figure.Sum(values.Select(v => new Figure(v))) == Figure.Sum(values.Reverse().Select(v => new Figure(v))))
            .Check(Config.QuickThrowOnFailure);
}
