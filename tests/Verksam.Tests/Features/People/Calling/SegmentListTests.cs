using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Calling;

/// <summary>A list to call over a saved segment.</summary>
public sealed class SegmentListTests
{
    [Fact]
    public async Task Only_those_in_the_segment_are_called_also_by_one_who_sees_no_list()
    {
        await using var app = await AppUnderTest.Start();
        var chosen = await Segment(app, Cast.District, "1.alla(uppdrag:chair,*)");
        var list = await Lists.Open(app, Cast.District, l => l.Choose(RelationKind.Member, below: true, chosen));
        var ahmed = await app.As(Cast.MemberOfStora);

        (await ahmed.CallAll(list, CallOutcome.Reached)).Order().ShouldBe(["Birgitta", "Ragnar"]);
        (await (await app.As(Cast.Ombudsman)).Open($"/ringlistor/{list.Id}")).Text.ShouldContain("Av dem de i urvalet Ordförande.");
    }

    [Fact]
    public async Task Of_a_segment_from_above_only_those_who_belong_to_the_lists_unit_are_on_it()
    {
        await using var app = await AppUnderTest.Start();
        var chosen = await Segment(app, Cast.District, "1.alla(uppdrag:chair,*)");
        var page = await (await app.As(Cast.AssociationChair)).Open($"/ringlistor/ny?urval={chosen}");

        page = await page.Submit("Spara utkastet", form => (form["Input.Name"], form["Input.Purpose"], form["Input.Unit"]) = ("Ordförandena", "Vi hör hur det går.", Cast.Alnas.Id.ToString()));
        await page.Submit("Öppna listan");

        var list = await app.Read(db => db.CallLists.SingleAsync());
        list.SegmentId.ShouldBe(chosen);
        (await (await app.As(Cast.AssociationChair)).Open($"/ringlistor/{list.Id}/vilka")).Text.ShouldNotContain("Ragnar");
    }

    [Fact]
    public async Task A_segment_that_one_may_not_use_cannot_be_chosen()
    {
        await using var app = await AppUnderTest.Start();
        var other = await Segment(app, Cast.Stora, "1.alla(epost)");
        var page = await (await app.As(Cast.AssociationChair)).Open("/ringlistor/ny");

        var answer = await page.Send("Spara utkastet", form =>
        {
            (form["Input.Name"], form["Input.Purpose"], form["Input.Unit"]) = ("Andras", "Vi hör hur det går.", Cast.Alnas.Id.ToString());
            form.Forge("Input.Segment", other.ToString());
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Read(db => db.CallLists.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_segment_that_a_list_rests_on_is_not_removed()
    {
        await using var app = await AppUnderTest.Start();
        var chosen = await Segment(app, Cast.District, "1.alla(epost)");
        await Lists.Open(app, Cast.District, l => l.Choose(RelationKind.Member, below: true, chosen));

        var page = await (await app.As(Cast.Ombudsman)).Open($"/urval/{chosen}");

        page.Text.ShouldContain("ringlistan Vårkampanjen");
        page.Text.ShouldNotContain("Ta bort urvalet");
    }

    private static async Task<Id<Segment>> Segment(AppUnderTest app, Unit unit, string terms)
    {
        var segment = new Segment(unit.Id, Cast.Ombudsman.Id, "Ordförande", SegmentText.Read(terms));
        await app.Write(db => Task.FromResult(db.Add(segment)));
        return segment.Id;
    }
}
