using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.Gatherings.Programme;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>A gathering's pages ask the database as often for many as for few.</summary>
public sealed class QuestionsAskedTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/pass")]
    [InlineData("/pass/utskrift")]
    [InlineData("/ute")]
    [InlineData("/inbjudna")]
    [InlineData("/anmalda")]
    [InlineData("/brev")]
    [InlineData("/ta-med")]
    [InlineData("/kostnader")]
    [InlineData("/program")]
    [InlineData("/andra")]
    public async Task As_many_for_many_as_for_few(string page)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await Fill(app, gathering, 0, 2);
        var birgitta = await app.As(Cast.AssociationChair);
        await birgitta.Open(gathering.Url() + page);

        await Fill(app, gathering, 2, 4);
        var few = await app.Queries.Reading(() => birgitta.Open(gathering.Url() + page));
        await Fill(app, gathering, 4, 16);
        var many = await app.Queries.Reading(() => birgitta.Open(gathering.Url() + page));

        many.ShouldBe(few);
    }

    // each comes, stands on a shift of their own, is invited, brings something and costs something
    private static Task Fill(AppUnderTest app, Gathering gathering, int from, int to) => app.Write(db =>
    {
        foreach (var n in Enumerable.Range(from, to - from))
        {
            var (person, other) = (Person.Welcome($"Kommer {n}", $"kommer{n}@example.org", $"070-174 00 {n:00}", Cast.Alnas.Id), Person.Welcome($"Bjuden {n}", $"bjuden{n}@example.org", null, Cast.Alnas.Id));
            var (comes, shift, item) = (new SignUp(gathering.Id, person.Id), new Shift(gathering.Id), new BringItem(gathering.Id, n));
            comes.Comes(FakeTime.Start);
            shift.Describe($"Pass {n}", 2, null);
            shift.Take(gathering, OurTime.DayOf(gathering.Starts), new TimeOnly(9, 30), new TimeOnly(10, 30));
            item.Write($"Sak {n}", null);
            item.IsBroughtBy(person.Id);
            var place = new ShiftPlace(shift.Id, person.Id);
            place.Takes(false, false, FakeTime.Start);
            db.AddRange(person, other, comes, shift, place, item, new GatheringCost(gathering.Id, $"Sak {n}", n), new GatheringInvitation(gathering.Id, other.Id, Cast.AssociationChair.Id, FakeTime.Start));
            db.Add(new Contributor(gathering.Id)).Entity.Write(n, $"Medverkar {n}", null);
            db.Add(new Reading(gathering.Id)).Entity.Write(n, null, $"https://example.org/{n}").ShouldBeNull();
        }
        return Task.CompletedTask;
    });
}
