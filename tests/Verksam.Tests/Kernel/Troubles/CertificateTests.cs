using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Accounts;
using Verksam.Formats.Smtp;
using Verksam.Kernel.Doctor;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Troubles;

public sealed class CertificateTests
{
    private static readonly DateTimeOffset Yesterday = FakeTime.Start.AddDays(-1);

    [Fact]
    public async Task A_letter_stays_when_the_mail_servers_certificate_has_expired_and_the_administrator_reads_why()
    {
        using var server = TlsServer.Mail(Yesterday);
        await using var app = await AppUnderTest.Start();
        await app.Work<SignIn>(signIn => signIn.SendLink(Cast.Ombudsman.Email, remember: false, till: null));
        var server587 = new SmtpServer("localhost", server.Port, SmtpSecurity.StartTls, "verksam.example") { Login = new SmtpLogin("tove", "hemligt") };
        await using var client = new SmtpClient(server587, app.Clock);
        var post = new SmtpPost(client, app.Services.GetRequiredService<Envelopes>());
        app.Post.Answer = await post.Send(await app.Read(db => db.Letters.SingleAsync()), new Composed("lena@alnas.example", "Lena", "Hej", "Hej"), CancellationToken.None);

        await app.SendLetters();

        var letter = await app.Read(db => db.Letters.SingleAsync());
        (letter.State, letter.Reason).ShouldBe((LetterState.Due, "certificate-expired 2026-03-09"));
        (await (await app.As(Cast.Administrator)).Open("/brev")).Text.ShouldContain("E-postserverns certifikat gick ut 2026-03-09. Brevet ligger kvar");
    }

    [Fact]
    public async Task The_doctor_says_that_the_mail_servers_certificate_has_expired()
    {
        using var server = TlsServer.Mail(Yesterday);

        var (level, text) = await Examine("mail", ("VERKSAM_SMTP", $"smtp://tove:hemligt@localhost:{server.Port}"), ("VERKSAM_MAIL_FROM", "post@example.org"));

        level.ShouldBe("fault");
        text.ShouldContain("gick ut 2026-03-09");
    }

    [Theory]
    [InlineData(-1, "fault", "gick ut 2026-03-09")]
    [InlineData(13, "warning", "går ut 2026-03-23")]
    [InlineData(60, "warning", "litar på")] // nobody has signed it
    public async Task The_doctor_says_how_long_the_public_addresss_certificate_is_good(int days, string level, string words)
    {
        using var server = TlsServer.Web(FakeTime.Start.AddDays(days));

        var found = await Examine("certificate", (Installation.PublicUrlSetting, $"https://localhost:{server.Port}"));

        found.Level.ShouldBe(level);
        found.Text.ShouldContain(words);
    }

    private static async Task<(string Level, string Text)> Examine(string check, params (string Name, string Value)[] settings)
    {
        await using var app = await AppUnderTest.Start();
        var installation = app.Services.GetRequiredService<Installation>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["VERKSAM_DATA"] = installation.DataFolder,
            ["ConnectionStrings:Verksam"] = installation.PostgresConnection,
        }).AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
        await using var output = new StringWriter();
        await new DoctorCommand(new Texts(), configuration, app.Clock).Run(output, json: true, CancellationToken.None);
        using var json = JsonDocument.Parse(output.ToString());
        var found = json.RootElement.EnumerateArray().Single(f => f.GetProperty("check").GetString() == check);
        return (found.GetProperty("level").GetString()!, found.GetProperty("text").GetString()!);
    }
}
