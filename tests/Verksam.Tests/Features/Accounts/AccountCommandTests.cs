using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Accounts.TwoStep;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

/// <summary><c>verksam account unlock</c>: the way in for the last administrator who has lost the phone.</summary>
public sealed class AccountCommandTests
{
    [Fact]
    public async Task Whoever_has_the_machine_lets_somebody_in_with_one_step_again_and_it_is_noted_and_told()
    {
        await using var app = await AppUnderTest.Start();
        var admin = await app.As(Cast.Administrator);
        await Authenticator.TurnOn(app, admin);
        await app.SendLetters();

        var (code, said) = await Run(app, Cast.Administrator.Email);

        (code, said.Trim()).ShouldBe((0, new Texts()["Accounts.Command.Unlocked", Cast.Administrator.Email]));
        (await app.Read(db => db.SecondSteps.CountAsync())).ShouldBe(0);
        (await admin.Open("/konto")).Url.ShouldStartWith("/logga-in"); // whoever had the phone is out
        (await app.Read(db => db.Audit.CountAsync(e => e.Through == "command"))).ShouldBeGreaterThan(0);
        (await app.Read(db => db.Letters.CountAsync(l => l.Kind == TwoStepLetter.KindName && l.SentAt == null))).ShouldBe(1);
        var again = await app.Anybody().Open("/logga-in?till=/konto"); // and in again with the password alone
        (await again.Submit("Logga in", form => (form["Input.Email"], form["Input.Password"]) = (Cast.Administrator.Email, Someone.Password))).Url.ShouldBe("/konto");
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_said_so()
    {
        await using var app = await AppUnderTest.Start();

        var (code, said) = await Run(app, "nobody@example.org");

        (code, said.Trim()).ShouldBe((1, new Texts()["Accounts.Command.Nobody", "nobody@example.org"]));
    }

    private static async Task<(int Code, string Said)> Run(AppUnderTest app, string address)
    {
        var installation = app.Services.GetRequiredService<Installation>();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("VERKSAM_DATA", installation.DataFolder), new("ConnectionStrings:Verksam", installation.PostgresConnection)]).Build();
        await using var said = new StringWriter();
        var code = await new AccountCommands(new Texts(), settings, app.Clock).Account().Parse(["unlock", address]).InvokeAsync(new() { Output = said, Error = said }, TestContext.Current.CancellationToken);
        return (code, said.ToString());
    }
}
