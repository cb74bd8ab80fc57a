using OtpNet;
using Verksam.Features.Accounts.TwoStep;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Accounts;

/// <summary>The app in somebody's phone: has read the secret off the page, and shows codes by the test's clock.</summary>
internal sealed class Authenticator(AppUnderTest app, string secret)
{
    public const string Door = "/logga-in/engangskod";
    public const string Refused = "Koden stämmer inte, är redan använd, eller så har det blivit för många försök. Vänta på nästa kod, eller en kvart.";

    /// <summary>The code of now, or of so many steps from now.</summary>
    public string Code(int steps = 0) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(app.Clock.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));

    /// <summary>No code at all, whatever the moment.</summary>
    public string Wrong()
    {
        var near = Enumerable.Range(-2, 5).Select(Code).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, 9).Select(n => new string((char)('0' + n), 6)).First(c => !near.Contains(c));
    }

    /// <summary>Turned on by the visitor, with the code of now; afterwards the next code is due. Also the recovery codes.</summary>
    public static async Task<(Authenticator App, IReadOnlyList<string> Recovery)> TurnOn(AppUnderTest app, Visitor visitor)
    {
        var page = await visitor.Open("/konto/engangskoder");
        var phone = new Authenticator(app, Secret(page));
        var shown = await page.Submit("Slå på engångskoder", form => form["Input.Code"] = phone.Code());
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        return (phone, [.. shown.Html.QuerySelectorAll(".codes li").Select(c => c.TextContent)]);
    }

    public static string Secret(Sheet page) => page.Html.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The first step, by password.</summary>
    public static async Task<Sheet> FirstStep(Visitor visitor, Someone who, string till = "/logga-in") =>
        await (await visitor.Open(till)).Submit("Logga in", form => (form["Input.Email"], form["Input.Password"]) = (who.Email, Someone.Password));

    public static Task<Sheet> Type(Sheet door, string code) => door.Submit("Gå in", form => form["Input.Code"] = code);

    /// <summary>As an older installation might: the role asks for it.</summary>
    public static Task Demand(AppUnderTest app, string role) => app.Write(db => Task.FromResult(db.Roles.Single(r => r.Code == role).InTwoSteps = true));

    public static int MostFailures => SecondStep.MostFailures;
}
