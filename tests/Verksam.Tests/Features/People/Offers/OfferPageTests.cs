using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Offers;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Offers;

/// <summary>What somebody can and likes to do, when and where.</summary>
public sealed class OfferPageTests
{
    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task A_member_tells_it_from_ones_own_page_and_the_organiser_reads_it()
    {
        await using var app = await AppUnderTest.Start();
        var (bake, drive) = (await Ask(app, "Baka"), await Ask(app, "Köra bil"));
        var form = await (await (await app.As(Cast.MemberOfAlnas)).Open("/min-sida")).Follow("Vad du kan och vill");

        var page = await form.Submit("Spara", f =>
        {
            (f[$"Can[{bake}]"], f[$"Likes[{bake}]"], f[$"Can[{drive}]"]) = ("true", "true", "true");
            (f["Free[2]"], f["Free[15]"], f[$"At[{Cast.Stora.Id}]"]) = ("true", "true", "true"); // Monday evening, Saturday morning
        });
        page.Text.ShouldContain("Tack, Lena.");

        var read = await (await app.As(Cast.AssociationChair)).Open(Lena);
        foreach (var said in new[] { "Kanbaka, köra bil", "Gillarbaka", "måndag kväll", "lördag morgon", "VarStorå" })
            read.Text.ShouldContain(said);
        (await app.Read(db => db.FreeTimes.SingleAsync())).Mask.ShouldBe(FreeTime.Bit(DayOfWeek.Monday, DayPart.Evening) | FreeTime.Bit(DayOfWeek.Saturday, DayPart.Morning));
    }

    [Fact]
    public async Task What_is_taken_back_is_gone()
    {
        await using var app = await AppUnderTest.Start();
        var bake = await Ask(app, "Baka");
        var lena = await app.As(Cast.MemberOfAlnas);
        await (await lena.Open(Lena + "/kan-och-vill")).Submit("Spara", f => (f[$"Can[{bake}]"], f["Free[0]"], f[$"At[{Cast.Stora.Id}]"]) = ("true", "true", "true"));

        await (await lena.Open(Lena + "/kan-och-vill")).Submit("Spara", f =>
        {
            foreach (var field in new[] { $"Can[{bake}]", "Free[0]", $"At[{Cast.Stora.Id}]" })
                f.Leave(field);
        });

        (await app.Read(db => db.PersonSkills.AnyAsync())).ShouldBeFalse();
        (await app.Read(db => db.PersonPlaces.AnyAsync())).ShouldBeFalse();
        (await lena.Open(Lena)).Text.ShouldContain("Berätta vad du kan och gillar");
    }

    [Fact]
    public async Task Nobody_tells_it_of_somebody_else_but_those_who_edit_there()
    {
        await using var app = await AppUnderTest.Start();

        (await (await app.As(Cast.AssociationChair)).Get(Lena + "/kan-och-vill")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var other in new[] { Cast.GroupLeader, Cast.MemberOfStora, Cast.Auditor })
            (await (await app.As(other)).Get(Lena + "/kan-och-vill")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_longer_asked_for_stays_with_whoever_said_it()
    {
        await using var app = await AppUnderTest.Start();
        var bake = await Ask(app, "Baka");
        await (await (await app.As(Cast.MemberOfAlnas)).Open(Lena + "/kan-och-vill")).Submit("Spara", f => f[$"Can[{bake}]"] = "true");

        await (await (await app.As(Cast.Ombudsman)).Open("/installningar/kan-och-vill")).Submit("Sluta fråga Baka");

        (await (await app.As(Cast.AssociationChair)).Open(Lena)).Text.ShouldContain("Kanbaka");
        (await (await app.As(Cast.AssociationChair)).Open($"/manniskor/{Cast.GroupLeader.Id}/kan-och-vill")).Text.ShouldNotContain("Baka");
    }

    private static async Task<Id<Skill>> Ask(AppUnderTest app, string name)
    {
        var skill = new Skill(Cast.District.Id, name, 0);
        await app.Write(db => Task.FromResult(db.Skills.Add(skill)));
        return skill.Id;
    }
}
