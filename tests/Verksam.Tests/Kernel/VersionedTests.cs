using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel;

public sealed class VersionedTests
{
    [Fact]
    public async Task The_second_of_two_who_write_the_same_person_is_refused_and_nothing_is_overwritten()
    {
        await using var app = await AppUnderTest.Start();

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => app.Write(async mine =>
        {
            var person = await mine.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id);
            await app.Write(async theirs => (await theirs.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id)).Describe("Lena Först", null, null));
            person.Describe("Lena Sist", null, null);
        }));

        (await app.Read(db => db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id))).Name.ShouldBe("Lena Först");
    }

    [Fact]
    public async Task Two_who_write_one_after_the_other_are_both_heard()
    {
        await using var app = await AppUnderTest.Start();
        var before = (await app.Read(db => db.Units.SingleAsync(u => u.Id == Cast.Alnas.Id))).Revision;

        await app.Write(async db => (await db.Units.SingleAsync(u => u.Id == Cast.Alnas.Id)).Paint("#111111"));
        await app.Write(async db => (await db.Units.SingleAsync(u => u.Id == Cast.Alnas.Id)).Paint("#222222"));

        var unit = await app.Read(db => db.Units.SingleAsync(u => u.Id == Cast.Alnas.Id));
        (unit.Colour, unit.Revision).ShouldBe(("#222222", before + 2));
    }

    [Fact]
    public async Task Every_versioned_entity_is_guarded_by_its_revision()
    {
        await using var app = await AppUnderTest.StartEmpty();

        var versioned = await app.Read(db => Task.FromResult(db.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)).ToList()));

        versioned.Select(e => e.ClrType.Name).Order().ShouldBe(
            ["Amendment", "CallList", "Commitment", "Gathering", "HelpRequest", "ImportRun", "Matter", "Part", "Person", "PlanVersion", "SecondStep", "Segment", "Shift", "ShiftPlace", "SignInTicket", "SignUp", "StandReport", "Unit", "Venue", "WelcomeCase", "WelcomeRule", "YearDay"]);
        versioned.ShouldAllBe(e => e.FindProperty("Revision")!.IsConcurrencyToken);
    }

    [Fact]
    public async Task Whoever_came_second_is_told_so_in_words()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();

        var page = await Sheet.Of(visitor, await visitor.Get("/fel/409"));

        (page.Status, page.Heading).ShouldBe((HttpStatusCode.OK, "Någon annan hann före"));
    }
}
