using Verksam.Formats.Mime;
using Verksam.Formats.Smtp;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;

namespace Verksam.Kernel.Outbox;

/// <summary>How letters leave: VERKSAM_SMTP=smtp://user:password@host:587 (or smtps://) and VERKSAM_MAIL_FROM.</summary>
/// <param name="Server">The mail server, or null: then letters become files.</param>
/// <param name="From">Who writes, when that is set.</param>
/// <param name="Host">The public address' host: the right side of every Message-ID.</param>
internal sealed record MailSettings(SmtpServer? Server, Mailbox? From, string Host)
{
    private const int Submission = 587, Relay = 25, SubmissionTls = 465;

    public static MailSettings Of(IConfiguration configuration, Installation installation)
    {
        var host = Uri.TryCreate(installation.PublicUrl, UriKind.Absolute, out var url) && url.HostNameType != UriHostNameType.IPv6
            ? url.IdnHost : "localhost";
        var from = configuration["VERKSAM_MAIL_FROM"] is { Length: > 0 } address ? Written(address) : null;
        // from a demo nothing leaves, whatever is set on the machine
        var server = !installation.IsDemo && configuration["VERKSAM_SMTP"] is { Length: > 0 } smtp ? ServerOf(smtp, host) : null;
        if (server is not null && from is null)
            throw new CannotStart("Ui.CannotStart.MailFrom");
        return new MailSettings(server, from, host);
    }

    private static SmtpServer ServerOf(string setting, string ehlo)
    {
        // the setting holds a password: it is not repeated
        if (!Uri.TryCreate(setting, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
            throw new CannotStart("Ui.CannotStart.Smtp");
        var parts = uri.UserInfo.Split(':', 2);
        var login = parts.Length == 2 ? new SmtpLogin(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : null;
        var security = uri.Scheme == "smtps" ? SmtpSecurity.Tls : login is null ? SmtpSecurity.StartTlsWhenOffered : SmtpSecurity.StartTls;
        var port = uri.Port > 0 ? uri.Port : uri.Scheme == "smtps" ? SubmissionTls : login is null ? Relay : Submission;
        // together well below a letter's lease (OutboxWorker), or another node would send it once more
        return new SmtpServer(uri.Host, port, security, ehlo)
        {
            Login = login,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            ReplyTimeout = TimeSpan.FromSeconds(20),
            AcceptTimeout = TimeSpan.FromMinutes(2),
        };
    }

    // "Norrlidens län <post@example.org>", or the address alone
    private static Mailbox Written(string text)
    {
        var open = text.LastIndexOf('<');
        return open > 0 && text.EndsWith('>') ? new Mailbox(text[(open + 1)..^1], text[..open].Trim().Trim('"')) : new Mailbox(text.Trim());
    }
}

internal static class MailModule
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration, Installation installation)
    {
        var settings = MailSettings.Of(configuration, installation);
        services.AddSingleton(settings).AddSingleton<Envelopes>().AddSingleton<FolderPost>().AddScoped<IJob, OldPost>(); // also what lay there before a server was set
        if (settings.Server is { } server)
            services.AddSingleton<IMailTransport>(_ => new SmtpClient(server)).AddSingleton<IPost, SmtpPost>();
        else
            services.AddSingleton<IPost>(provider => provider.GetRequiredService<FolderPost>());
    }
}
