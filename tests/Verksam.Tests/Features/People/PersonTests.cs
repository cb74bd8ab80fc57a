using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Reach;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People;

/// <summary>What is kept of one person, and how it hangs together.</summary>
public sealed class PersonTests
{
    private static readonly DateOnly Today = FakeTime.Today;

    private readonly Person _lena = Person.Welcome("Lena Lund", "lena@alnas.example", "070-174 06 01", Cast.Alnas.Id);

    [Fact]
    public void The_first_way_that_can_be_used_is_the_one_in_the_lists()
    {
        var second = _lena.Reach(WayKind.Email, "lund@alnas.example")!;
        _lena.Email.ShouldBe("lena@alnas.example");

        _lena.Note(_lena.WaysOf(WayKind.Email).First(), WayState.Bounces, Today);
        _lena.Email.ShouldBe("lund@alnas.example");

        _lena.Note(second, WayState.Wrong, Today);
        _lena.Email.ShouldBeNull();
        second.StateSince.ShouldBe(Today);
    }

    [Fact]
    public void The_same_address_or_number_is_kept_once_however_it_is_written()
    {
        _lena.Reach(WayKind.Email, "LENA@Alnas.example").ShouldBe(_lena.WaysOf(WayKind.Email).Single());
        _lena.Reach(WayKind.Phone, "+46 (0)70 174 06 01").ShouldBe(_lena.WaysOf(WayKind.Phone).Single());
        _lena.Reach(WayKind.Phone, "0046701740601").ShouldBe(_lena.WaysOf(WayKind.Phone).Single());
        _lena.Ways.Count.ShouldBe(2);
    }

    [Fact]
    public void One_that_is_preferred_is_tried_first()
    {
        var work = _lena.Reach(WayKind.Phone, "070-174 06 02")!;

        _lena.Prefer(work);

        _lena.Phone.ShouldBe("070-174 06 02");
        _lena.WaysOf(WayKind.Phone).Select(w => w.Order).ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData(2027, "People.Refused.NotBornThen")]
    [InlineData(1890, "People.Refused.NotBornThen")]
    [InlineData(1946, null)]
    public void Nobody_is_born_tomorrow_or_long_ago(int year, string? refused) => (_lena.Born(null, year, Today)?.Code).ShouldBe(refused);

    [Fact]
    public async Task Under_seal_nothing_tells_who_it_is_and_out_of_it_all_is_as_before()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Seal);

        var sealedOne = await app.Read(db => db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id));
        (sealedOne.Name, sealedOne.Email, sealedOne.Phone, sealedOne.BirthYear, sealedOne.Ways.Count).ShouldBe(("Skyddad person", null, null, null, 0));
        sealedOne.Rename("Någon annan").ShouldBe(PeopleRefusals.IsSealed);
        (await app.Read(db => db.Addresses.AnyAsync())).ShouldBeFalse();

        await app.Write(Unseal);
        var lena = await app.Read(db => db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id));
        (lena.Name, lena.Email, lena.BirthYear, lena.IsProtected).ShouldBe(("Lena Lund", "lena@alnas.example", 1961, false));
        (await app.Read(db => db.Addresses.SingleAsync())).Town.ShouldBe("Alnäs");
    }

    private static async Task Seal(AppDb db)
    {
        var lena = await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id);
        lena.Born(new DateOnly(1961, 3, 24), null, Today).ShouldBeNull();
        var home = new PostalAddress(lena.Id, AddressKind.Home);
        home.Write(null, "Sjögatan 3", "831 30", "Alnäs", null).ShouldBeNull();
        db.SealedIdentities.Add(lena.Seal("Skyddad person", [home], FakeTime.Start));
    }

    private static async Task Unseal(AppDb db)
    {
        var lena = await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id);
        var under = await db.SealedIdentities.SingleAsync(s => s.PersonId == lena.Id);
        db.Addresses.AddRange(lena.Unseal(under));
        db.SealedIdentities.Remove(under);
    }
}
