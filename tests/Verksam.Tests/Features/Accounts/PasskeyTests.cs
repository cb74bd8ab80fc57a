using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

/// <summary>What no browser would send. How a passkey is made and used is seen in a browser: PasskeyJourney.</summary>
public sealed class PasskeyTests
{
    [Fact]
    public async Task The_device_must_know_its_holder_and_the_house_by_name()
    {
        await using var app = await AppUnderTest.Start();

        var offer = await Offer(app.Anybody(), "/logga-in", "Använd skärmlåset");

        offer.GetProperty("options").GetProperty("userVerification").GetString().ShouldBe("required");
        offer.GetProperty("options").GetProperty("rpId").GetString().ShouldBe("verksam.example");
        offer.GetProperty("options").GetProperty("allowCredentials").GetArrayLength().ShouldBe(0); // nobody's keys are told
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("inte json")]
    [InlineData("""{"id":"AA","rawId":"AA","type":"public-key","clientExtensionResults":{},"response":{"authenticatorData":"AA","clientDataJSON":"AA","signature":"AA","userHandle":"AA"}}""")]
    public async Task An_answer_that_is_none_is_refused_and_the_challenge_is_spent(string credential)
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        var challenge = (await Offer(visitor, "/logga-in", "Använd skärmlåset")).GetProperty("challenge").GetString()!;

        var page = await Answer(visitor, challenge, credential);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Errors.ShouldBe(["Det låset känner vi inte till."]);
        visitor.Cookies.Has("verksam").ShouldBeFalse();
        (await app.Read(db => db.PasskeyChallenges.CountAsync())).ShouldBe(0);
        (await Answer(visitor, challenge, credential)).Errors.ShouldBe(["Det tog för lång tid. Försök igen."]);
    }

    [Fact]
    public async Task A_challenge_is_good_for_five_minutes_and_for_what_it_was_made_for()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var forNew = (await Offer(tove, "/konto/nycklar", "Lägg till den här enheten")).GetProperty("challenge").GetString()!;
        var forEntry = (await Offer(app.Anybody(), "/logga-in", "Använd skärmlåset")).GetProperty("challenge").GetString()!;

        (await Answer(app.Anybody(), forNew, "{}")).Errors.ShouldBe(["Det tog för lång tid. Försök igen."]);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Answer(app.Anybody(), forEntry, "{}")).Errors.ShouldBe(["Det tog för lång tid. Försök igen."]);
    }

    private static async Task<JsonElement> Offer(Visitor visitor, string url, string button)
    {
        var page = await visitor.Open(url);
        var action = page.Html.QuerySelector("form[data-passkey]")!.GetAttribute("action");
        page.Html.QuerySelector("form[data-passkey]")!.SetAttribute("action", action + "?handler=Options");
        return JsonElement.Parse(await (await page.Send(button)).Content.ReadAsStringAsync());
    }

    private static async Task<Sheet> Answer(Visitor visitor, string challenge, string credential) =>
        await (await visitor.Open("/logga-in")).Submit("Använd skärmlåset", form =>
            (form["challenge"], form["credential"]) = (challenge, credential));
}
