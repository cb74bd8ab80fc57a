using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

public sealed class PasswordTests
{
    [Fact]
    public async Task The_right_password_leads_in()
    {
        await using var app = await AppUnderTest.Start();
        var door = await app.Anybody().Open("/planen");

        var inside = await door.Submit("Logga in", form =>
        {
            form["Input.Email"] = "  TOVE@norrsjo.example ";
            form["Input.Password"] = Someone.Password;
        });

        inside.Url.ShouldBe("/planen");
        inside.Html.QuerySelector(".whoami b")!.TextContent.ShouldBe("Tove Hallström");
    }
}
