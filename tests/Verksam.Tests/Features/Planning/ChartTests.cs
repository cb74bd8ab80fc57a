using System.Globalization;
using Shouldly;
using Verksam.Features.Planning.Measures;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class ChartTests
{
    private static readonly decimal?[] Nothing = new decimal?[12];

    [Fact]
    public void Nothing_measured_is_no_chart() => Chart.Of(Nothing, Nothing).ShouldBeNull();

    [Fact]
    public void A_single_point_is_no_chart() => Chart.Of(Months((3, 7)), Nothing).ShouldBeNull();

    [Fact]
    public void A_month_that_was_not_measured_is_left_out_and_not_zero()
    {
        var chart = Chart.Of(Months((1, 100), (2, 104), (5, 110)), Nothing)!;

        Points(chart.Now).Select(p => p.X).ShouldBe([4, 61.5m, 233.8m]);
        Points(chart.Now).ShouldAllBe(p => p.Y < 92);
        chart.Before.ShouldBe("");
    }

    [Fact]
    public void The_dot_is_at_the_last_month_that_was_measured_this_year()
    {
        var chart = Chart.Of(Months((1, 10), (2, 30)), Months((12, 20)))!;

        chart.End.ShouldBe(("61.5", Points(chart.Now)[^1].Y.ToString("0.0", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void When_only_last_year_is_known_there_is_no_dot() => Chart.Of(Nothing, Months((1, 10), (2, 30)))!.End.ShouldBeNull();

    [Fact]
    public void More_is_higher_and_everything_is_inside_the_picture()
    {
        var chart = Chart.Of(Months((1, 10), (2, 30), (3, 20)), Months((1, -5), (12, 400)))!;

        var y = Points(chart.Now).Select(p => p.Y).ToList();
        y[1].ShouldBeLessThan(y[2]);
        y[2].ShouldBeLessThan(y[0]);
        Points(chart.Now).Concat(Points(chart.Before)).ShouldAllBe(p => p.X >= 0 && p.X <= 640 && p.Y >= 0 && p.Y <= 110);
    }

    [Fact]
    public void A_level_line_is_level() => Points(Chart.Of(Months((1, 0), (2, 0), (3, 0)), Nothing)!.Now).Select(p => p.Y).Distinct().Count().ShouldBe(1);

    private static decimal?[] Months(params (int Month, decimal Value)[] known) =>
        [.. Enumerable.Range(1, 12).Select(month => known.Where(k => k.Month == month).Select(k => (decimal?)k.Value).FirstOrDefault())];

    private static List<(decimal X, decimal Y)> Points(string line) =>
        [.. line.Split(' ').Select(p => p.Split(',')).Select(p => (decimal.Parse(p[0], CultureInfo.InvariantCulture), decimal.Parse(p[1], CultureInfo.InvariantCulture)))];
}
