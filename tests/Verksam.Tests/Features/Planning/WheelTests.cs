using Shouldly;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Overview;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class WheelTests
{
    [Theory]
    [InlineData(2026, 1, 1, 360, 260)] // up
    [InlineData(2026, 4, 2, 460, 360)] // a quarter of 365 days and a bit: to the right
    [InlineData(2024, 7, 2, 360, 460)] // exactly half a leap year: down
    public void A_day_is_an_angle_from_the_top_with_the_clock(int year, int month, int day, double x, double y)
    {
        var (atX, atY) = new Wheel(year, 1).At(new(year, month, day), 100);

        atX.ShouldBe(x, 1);
        atY.ShouldBe(y, 1);
    }

    [Fact]
    public void The_29th_of_February_has_a_place_of_its_own()
    {
        var wheel = new Wheel(2028, 1);
        var places = new[] { new DateOnly(2028, 2, 28), new(2028, 2, 29), new(2028, 3, 1) }.Select(d => wheel.At(d, 300)).ToList();

        places[1].X.ShouldBeInRange(places[0].X, places[2].X);
        places.Distinct().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData(2026)]
    [InlineData(2028)]
    public void The_last_day_of_the_year_is_beside_its_first(int year)
    {
        var wheel = new Wheel(year, 1);
        var ((x, y), (x1, y1)) = (wheel.At(new(year, 12, 31), 322), wheel.At(new(year, 1, 1), 322));

        x.ShouldBeLessThan(x1);
        Math.Sqrt(((x - x1) * (x - x1)) + ((y - y1) * (y - y1))).ShouldBeLessThan(6);
    }

    [Fact]
    public void Days_of_the_year_stand_on_the_rim_beside_each_other()
    {
        var wheel = new Wheel(2026, 3);
        foreach (var name in new[] { "8 mars", "Årsmöte", "Bildades" })
            wheel.PutOnRim(name, "", new(2026, 3, 8));

        wheel.Rim.ShouldAllBe(m => Math.Abs(Math.Sqrt(Math.Pow(m.X - Wheel.Middle, 2) + Math.Pow(m.Y - Wheel.Middle, 2)) - Wheel.Outer) < 0.01);
        wheel.Rim.Zip(wheel.Rim.Skip(1)).ShouldAllBe(p => Math.Max(Math.Abs(p.First.X - p.Second.X), Math.Abs(p.First.Y - p.Second.Y)) >= 14);
    }

    [Theory]
    [InlineData(1, 14)]
    [InlineData(3, 12)]
    [InlineData(8, 10)]
    public void No_two_signs_hide_each_other(int rings, int onEachDay)
    {
        var wheel = new Wheel(2026, rings);
        foreach (var ring in Enumerable.Range(0, rings))
        {
            for (var i = 0; i < onEachDay; i++)
                wheel.Put($"{ring}.{i}", "", new(2026, 5, 1), Status.OnTrack, ring);
        }

        wheel.Marks.Count.ShouldBe(rings * onEachDay);
        Pairs(wheel.Marks).ShouldAllBe(p => Math.Max(Math.Abs(p.A.X - p.B.X), Math.Abs(p.A.Y - p.B.Y)) > 21);
    }

    [Fact]
    public void The_first_sign_of_a_day_stands_on_its_day_and_its_ring()
    {
        var wheel = new Wheel(2026, 2);
        wheel.Put("Sommarläger", "/1.1", new(2026, 7, 2), Status.OnTrack, 1);

        var mark = wheel.Marks.ShouldHaveSingleItem();

        var (x, y) = wheel.At(new(2026, 7, 2), wheel.Radius(1));
        (mark.X, mark.Y, mark.Ring).ShouldBe((x, y, 1));
    }

    [Fact]
    public void Rings_lie_between_core_and_rim_the_first_chapter_innermost()
    {
        var radii = Enumerable.Range(0, 4).Select(new Wheel(2026, 4).Radius).ToList();

        radii.ShouldBe(radii.Order());
        radii.ShouldAllBe(r => r > Wheel.Core && r < Wheel.Outer);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(30, 8)]
    public void A_plan_of_no_or_very_many_chapters_has_rings_enough(int chapters, int rings)
    {
        var wheel = new Wheel(2026, chapters);
        wheel.Put("Sist", "", new(2026, 5, 1), Status.Late, Math.Max(0, chapters - 1));

        wheel.Rings.ShouldBe(rings);
        wheel.Marks[0].Ring.ShouldBe(rings - 1);
    }

    [Theory]
    [InlineData("Hålla årsmöte", new[] { "Hålla årsmöte" })]
    [InlineData("Fira Lucia med barnen i Alnäs", new[] { "Fira Lucia med", "barnen i Alnäs" })]
    [InlineData("Bjuda in alla nya medlemmar till en kväll med soppa och sång", new[] { "Bjuda in alla nya", "medlemmar till en", "kväll med soppa …" })]
    public void A_name_is_broken_into_at_most_three_lines(string name, string[] lines) =>
        new WheelMark(name, "", default, Status.OnTrack, 0, 0, 0).Lines.ShouldBe(lines);

    private static IEnumerable<(WheelMark A, WheelMark B)> Pairs(IReadOnlyList<WheelMark> marks) =>
        marks.SelectMany((a, i) => marks.Skip(i + 1).Select(b => (a, b)));
}
