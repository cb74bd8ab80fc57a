using Verksam.Features.Gatherings;
using Verksam.Kernel.Time;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Gatherings.Calendars;

/// <summary>As many gatherings as a year of a whole county.</summary>
internal static class Many
{
    /// <summary>Open to all, an hour each, in March and April of the cast's year, by the three units in turn.</summary>
    public static Task Arrange(AppUnderTest app, int count) => app.Write(db =>
    {
        foreach (var i in Enumerable.Range(0, count))
        {
            var starts = OurTime.At(FakeTime.Today.AddDays(1 + (i % 50)), new TimeOnly(10 + (i % 9), 0));
            var gathering = new Gathering(new[] { Cast.District, Cast.Alnas, Cast.Stora }[i % 3].Id, "stand", Cast.Ombudsman.Id, FakeTime.Start);
            gathering.Describe($"Bokbord {i}", i % 2 == 0 ? "stand" : "street", null, null);
            gathering.IsFor(Audience.Everybody, null, null);
            gathering.Take(new Hours(starts, starts.AddHours(1)), new Whereabouts(null, "Torget", null), FakeTime.Start);
            gathering.Publish(FakeTime.Start);
            db.Add(gathering);
        }
        return Task.CompletedTask;
    });
}
