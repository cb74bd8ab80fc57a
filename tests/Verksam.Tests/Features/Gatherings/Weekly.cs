using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.Structure;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Times of a series to begin with.</summary>
internal static class Weekly
{
    /// <summary>Four stands with a week between them, all published; the first in so many days, or so many days ago.</summary>
    public static async Task<IReadOnlyList<Gathering>> In(AppUnderTest app, Unit unit, int first = 7)
    {
        var series = new GatheringSeries(unit.Id, Pace.Weekly, FakeTime.Today.AddDays(first));
        List<Gathering> all = [.. Enumerable.Range(0, 4).Select(n => One(series, first + (7 * n)))];
        await app.Write(db =>
        {
            db.Add(series);
            db.AddRange(all);
            return Task.CompletedTask;
        });
        return all;
    }

    private static Gathering One(GatheringSeries series, int days)
    {
        var (gathering, starts) = (new Gathering(series.UnitId, "stand", Cast.Ombudsman.Id, FakeTime.Start), FakeTime.Start.AddDays(days));
        gathering.Describe("Lördag på torget", "stand", null, null).ShouldBeNull();
        gathering.IsFor(Audience.Members, null, null).ShouldBeNull();
        gathering.Take(new Hours(starts, starts.AddHours(4)), new Whereabouts(null, "Torget", null), FakeTime.Start).ShouldBeNull();
        gathering.Publish(FakeTime.Start).ShouldBeNull();
        gathering.IsOneOf(series, FakeTime.Today.AddDays(days));
        return gathering;
    }
}
