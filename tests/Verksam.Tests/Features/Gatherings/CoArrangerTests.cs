using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.People;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Units that arrange a gathering together.</summary>
public sealed class CoArrangerTests
{
    [Theory]
    [InlineData("Members", "Ahmed Nilsson", true)]
    [InlineData("Assignment", "Ahmed Nilsson", true)]
    [InlineData("Assignment", "Lena Lund", false)]
    [InlineData("Segment", "Ahmed Nilsson", false)]
    public async Task Those_of_a_unit_that_arranges_it_too_see_it_as_the_others_do(string audience, string name, bool sees)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db =>
        {
            var segment = new Segment(Cast.District.Id, Cast.Ombudsman.Id, "Bara Lena", SegmentText.Read("1.alla(namn:Lena)"));
            var nominator = await db.Roles.Where(r => r.Code == StandardRoles.Nominator).Select(r => r.Id).SingleAsync();
            if (!await db.Assignments.AnyAsync(a => a.PersonId == Cast.MemberOfStora.Id))
                db.Add(Assignment.Give(Cast.MemberOfStora.Id, nominator, Cast.Stora.Id, FakeTime.Today.AddYears(-1)));
            db.Add(segment);
            (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).IsFor(Enum.Parse<Audience>(audience), segment.Id, nominator).ShouldBeNull();
        });
        var visitor = await app.As(Cast.Named(name));
        (await visitor.Open(gathering.Url())).Status.ShouldBe(HttpStatusCode.NotFound);
        await app.Write(db => Task.FromResult(db.Add(new CoArranger(gathering.Id, Cast.Stora.Id))));

        (await visitor.Open(gathering.Url())).Status.ShouldBe(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_arranges_in_a_unit_that_was_added_may_change_it_and_not_after_it_left()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Stora, published: false);
        var birgitta = await app.As(Cast.AssociationChair);
        (await birgitta.Open(gathering.Url() + "/andra")).Status.ShouldBe(HttpStatusCode.NotFound);
        var tove = await app.As(Cast.Ombudsman);

        await (await tove.Open(gathering.Url() + "/andra")).Submit("Spara", f => f.Tick("Input.With", Cast.Alnas.Id.ToString()));

        (await (await birgitta.Open(gathering.Url() + "/andra")).Submit("Spara", f => f["Input.Lead"] = "Vi ordnar det ihop.")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.Read(db => db.Gatherings.Select(g => g.Lead).SingleAsync())).ShouldBe("Vi ordnar det ihop.");
        await (await tove.Open(gathering.Url() + "/andra")).Submit("Spara", f => f.Leave("Input.With"));
        (await birgitta.Open(gathering.Url() + "/andra")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
