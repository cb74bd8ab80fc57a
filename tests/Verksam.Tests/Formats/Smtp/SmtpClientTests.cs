using Shouldly;
using Verksam.Formats.Smtp;
using Xunit;
using static Verksam.Tests.Formats.Smtp.ScriptedServer;

namespace Verksam.Tests.Formats.Smtp;

public sealed class SmtpClientTests
{
    private const string Password = "hemligt-lösenord-9";
    private static readonly string PasswordOnTheWire = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0anna\0{Password}"));
    private static readonly SmtpLogin Login = new("anna", Password);
    private static readonly Envelope Envelope = new(null, "asa@example.org");
    private static readonly byte[] Letter = "Subject: x\r\n\r\nHej\r\n"u8.ToArray();

    [Fact]
    public async Task Answers_of_many_lines_are_heard_to_their_end()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.Say("220-Välkommen", "220-till", "220 oss");
            await peer.Answer("EHLO", "250-hej", "250-SIZE 1000", "250");
            await peer.Answer("MAIL", "250");
            await peer.Answer("RCPT", "550-5.7.1 Nej,", "550 5.7.1 inte\tidag");
        });
        (await Send(server.Server)).ShouldBe(new SendResult.RefusedForGood("5.7.1", "Nej, inte idag"));
        server.Heard.ShouldBe(["EHLO verksam.example", "MAIL FROM:<> SIZE=19", "RCPT TO:<asa@example.org>"]);
    }

    [Fact]
    public async Task A_letter_larger_than_the_server_takes_is_not_sent()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.Say("220 hej");
            await peer.Answer("EHLO", "250-hej", "250 SIZE 18");
        });
        (await Send(server.Server)).ShouldBeOfType<SendResult.RefusedForGood>().Code.ShouldBe("5.3.4");
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    [InlineData("22\r\n")]
    [InlineData("999 hej\r\n")]
    [InlineData("220_hej\r\n")]
    [InlineData("\0\u0001\u0002\n")]
    public Task What_is_not_SMTP_is_told_apart(string greeting) => Garbled(peer => peer.SayRaw(greeting));

    [Fact]
    public Task A_line_without_end_is_not_heard_out() => Garbled(peer => peer.SayRaw("220 " + new string('x', 5_000)));

    [Fact]
    public Task Lines_without_end_are_not_heard_out() =>
        Garbled(peer => peer.SayRaw(string.Concat(Enumerable.Repeat("220-x\r\n", 1_000))));

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.StartTlsWhenOffered)]
    public async Task Encryption_is_agreed_on_before_the_password_is_sent(SmtpSecurity security)
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await GreetWithStartTls(peer);
            await peer.Encrypt();
            await peer.Answer("EHLO", "250-hej", "250 AUTH LOGIN PLAIN");
            await peer.Answer("AUTH", "235 2.7.0 ok");
            await Take(peer);
        });
        (await Send(server.Server with { Security = security, Login = Login, TrustedFingerprint = Fingerprint }))
            .ShouldBe(new SendResult.Accepted("taget"));
        server.Heard[..4].ShouldBe(["EHLO verksam.example", "STARTTLS", "EHLO verksam.example", "AUTH PLAIN " + PasswordOnTheWire]);
    }

    [Fact]
    public async Task Encryption_may_be_there_from_the_first_byte()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.Encrypt();
            await peer.Say("220 hej");
            await peer.Answer("EHLO", "250 hej");
            await Take(peer);
        });
        (await Send(server.Server with { Security = SmtpSecurity.Tls, TrustedFingerprint = Fingerprint }))
            .ShouldBeOfType<SendResult.Accepted>();
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls, false, SmtpFault.TlsFailed)]
    [InlineData(SmtpSecurity.StartTlsWhenOffered, true, SmtpFault.TlsFailed)]
    [InlineData(SmtpSecurity.StartTlsWhenOffered, false, null)]
    public async Task A_certificate_nobody_knows_is_trusted_only_where_clear_text_would_do(
        SmtpSecurity security, bool logsIn, string? fault)
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await GreetWithStartTls(peer);
            await peer.Encrypt();
            await peer.Answer("EHLO", "250 hej");
            await Take(peer);
        });
        Fault(await Send(server.Server with { Security = security, Login = logsIn ? Login : null })).ShouldBe(fault);
    }

    [Fact]
    public async Task Nothing_is_sent_when_encryption_is_asked_for_and_not_offered()
    {
        await using var server = new ScriptedServer(peer => Greet(peer, "250-hej", "250 AUTH PLAIN"));
        Fault(await Send(server.Server with { Security = SmtpSecurity.StartTls, Login = Login })).ShouldBe(SmtpFault.NoTls);
        server.Heard.ShouldBe(["EHLO verksam.example"]);
    }

    [Fact]
    public async Task What_is_slipped_in_before_encryption_is_not_believed()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await Greet(peer, "250-hej", "250 STARTTLS");
            await peer.Answer("STARTTLS", "220 nu", "250 AUTH PLAIN");
        });
        Fault(await Send(server.Server with { Security = SmtpSecurity.StartTls })).ShouldBe(SmtpFault.Garbled);
    }

    [Fact]
    public async Task A_password_may_be_sent_step_by_step()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await Greet(peer, "250-hej", "250 AUTH=LOGIN");
            await peer.Answer("AUTH LOGIN", "334 VXNlcm5hbWU6");
            await peer.Answer("YW5uYQ==", "334 UGFzc3dvcmQ6");
            await peer.Answer("", "235 ok");
            await Take(peer);
        });
        (await Send(server.Server with { Login = Login })).ShouldBeOfType<SendResult.Accepted>();
    }

    [Fact]
    public async Task A_password_is_never_repeated()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await Greet(peer, "250-hej", "250 AUTH PLAIN");
            await peer.Answer("AUTH", $"535 5.7.8 {Password} {PasswordOnTheWire} is wrong");
        });
        var settings = server.Server with { Login = Login };
        var result = await Send(settings);
        Fault(result).ShouldBe(SmtpFault.LoginRefused);
        $"{result} {settings} {settings.Login} {System.Text.Json.JsonSerializer.Serialize(settings)}".ShouldSatisfyAllConditions(
            said => said.ShouldNotContain(Password), said => said.ShouldNotContain(PasswordOnTheWire));
    }

    [Fact]
    public async Task A_server_without_a_way_to_log_in_gets_no_letter()
    {
        await using var server = new ScriptedServer(peer => Greet(peer, "250-hej", "250 AUTH CRAM-MD5"));
        Fault(await Send(server.Server with { Login = Login })).ShouldBe(SmtpFault.LoginRefused);
    }

    [Fact]
    public async Task A_server_that_asks_for_a_login_does_not_condemn_the_letter()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await Greet(peer, "250 hej");
            await peer.Answer("MAIL", "530 5.7.0 Authentication required");
        });
        (await Send(server.Server)).ShouldBe(new SendResult.RefusedForNow("5.7.0", "Authentication required", WholeServer: true));
    }

    private static async Task Garbled(Func<ScriptedServer.Peer, Task> say)
    {
        await using var server = new ScriptedServer(say);
        Fault(await Send(server.Server)).ShouldBe(SmtpFault.Garbled);
    }

    private static async Task Greet(ScriptedServer.Peer peer, params string[] answer)
    {
        await peer.Say("220 hej");
        await peer.Answer("EHLO", answer);
    }

    private static async Task GreetWithStartTls(ScriptedServer.Peer peer)
    {
        await Greet(peer, "250-hej", "250 STARTTLS");
        await peer.Answer("STARTTLS", "220 nu");
    }

    private static async Task Take(ScriptedServer.Peer peer)
    {
        await peer.Answer("MAIL", "250 ok");
        await peer.Answer("RCPT", "250 ok");
        await peer.Answer("DATA", "354 ok");
        await peer.Answer(".", "250 2.0.0 taget");
        await peer.Hear("QUIT");
    }

    private static string? Fault(SendResult result) => (result as SendResult.RefusedForNow)?.Code;

    private static async Task<SendResult> Send(SmtpServer server)
    {
        await using var client = new SmtpClient(server);
        return await client.Send(Envelope, Letter, TestContext.Current.CancellationToken);
    }
}
