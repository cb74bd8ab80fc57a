using Microsoft.Extensions.Configuration;
using Shouldly;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Xunit;

namespace Verksam.Tests.Kernel.Outbox;

public sealed class MailSettingsTests
{
    private const string Server = "smtp://namn:hemligt@post.example:587";

    [Fact]
    public void A_mail_server_without_a_sender_is_said_in_one_line() =>
        Should.Throw<CannotStart>(() => Of(demo: false, ("VERKSAM_SMTP", Server))).Message.ShouldStartWith("VERKSAM_SMTP är satt men inte VERKSAM_MAIL_FROM");

    [Fact]
    public void A_setting_that_is_not_understood_is_not_repeated_for_it_holds_a_password() =>
        Should.Throw<CannotStart>(() => Of(demo: false, ("VERKSAM_SMTP", "post.example:hemligt"), ("VERKSAM_MAIL_FROM", "a@b.example"))).Message.ShouldNotContain("hemligt");

    [Theory]
    [InlineData(false, "post.example")]
    [InlineData(true, null)]
    public void From_a_demo_nothing_leaves_whatever_is_set(bool demo, string? host) =>
        (Of(demo, ("VERKSAM_SMTP", Server), ("VERKSAM_MAIL_FROM", "a@b.example")).Server?.Host).ShouldBe(host);

    private static MailSettings Of(bool demo, params (string Name, string Value)[] settings) =>
        MailSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value))).Build(), new Installation("/", null, "https://v.example", demo));
}
