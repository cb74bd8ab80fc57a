using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Welcome;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Welcome;

/// <summary>Who has said that they do not want to be contacted is not: neither called nor written to nor invited.</summary>
public sealed class LeftInPeaceTests
{
    [Fact]
    public async Task Whoever_does_not_want_is_not_called_any_more_nor_written_to_until_it_is_undone()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        await Newcomers.Invites(app);
        var ronja = await Newcomers.Join(app, email: Newcomers.Email);
        await Newcomers.Settle(app);
        var url = await Newcomers.Page(app, ronja);

        var told = await (await (await app.As(Cast.MemberOfAlnas)).Open(url)).Submit("Vill inte bli kontaktad");

        (await app.Read(db => db.People.Where(p => p.Id == ronja).Select(p => p.DoNotCall).SingleAsync())).ShouldBeTrue();
        (await Newcomers.Of(app, ronja)).End.ShouldBe(WelcomeEnd.DoesNotWant);
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await birgitta.Open(url);
        page.Text.ShouldContain("Hör inte av dig.");
        page.Html.QuerySelectorAll("main a[href^='tel:'], main a[href^='sms:'], main a[href^='mailto:'], main form").ShouldBeEmpty();
        await birgitta.Post(url + "?handler=Invite");
        (await app.Read(db => db.WelcomeInvitations.CountAsync())).ShouldBe(0);
        await told.Submit("Ångra");
        (await app.Read(db => db.People.Where(p => p.Id == ronja).Select(p => p.DoNotCall).SingleAsync())).ShouldBeFalse();
    }
}
