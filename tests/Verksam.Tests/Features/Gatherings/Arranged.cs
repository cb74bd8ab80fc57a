using Verksam.Features.Gatherings;
using Verksam.Features.Structure;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Gatherings to begin with.</summary>
internal static class Arranged
{
    public static async Task<Gathering> In(AppUnderTest app, Unit unit, Audience audience = Audience.Members, int days = 7, bool published = true)
    {
        var gathering = new Gathering(unit.Id, "discussion", Cast.Ombudsman.Id, FakeTime.Start);
        gathering.Describe("Samtal om skolan", "discussion", "Kom och prata.", null);
        gathering.IsFor(audience, null, null);
        gathering.Take(new Hours(FakeTime.Start.AddDays(days), FakeTime.Start.AddDays(days).AddHours(2)), new Whereabouts(null, "Biblioteket", "https://moten.example/skolan"), FakeTime.Start);
        if (published)
            gathering.Publish(FakeTime.Start);
        await app.Write(db => Task.FromResult(db.Add(gathering)));
        return gathering;
    }

    public static string Url(this Gathering gathering) => $"/aktiviteter/{gathering.Id}";
}
