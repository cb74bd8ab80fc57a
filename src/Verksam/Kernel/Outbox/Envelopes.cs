using Verksam.Formats.Mime;

namespace Verksam.Kernel.Outbox;

/// <summary>Makes a composed letter one that any mail program reads.</summary>
internal sealed class Envelopes(MailSettings settings, IServiceScopeFactory scopes, TimeProvider clock)
{
    // a machine writes: nobody's holiday answer shall come back (RFC 3834)
    private static readonly MimeHeader[] Automatic = [new("Auto-Submitted", "auto-generated")];

    /// <exception cref="FormatException">No letter can be sent to that address.</exception>
    public async Task<(Mailbox From, Mailbox To, byte[] Content)> Put(Letter letter, Composed composed)
    {
        await using var scope = scopes.CreateAsyncScope();
        var name = (await scope.ServiceProvider.GetRequiredService<IBrand>().Now()).Name;
        var from = new Mailbox(settings.From?.Address ?? $"verksam@{settings.Host}", settings.From?.Name ?? name);
        var to = new Mailbox(composed.Address, composed.Name);
        return (from, to, MimeComposer.Compose(new MimeMessage
        {
            From = from,
            To = [to],
            Subject = composed.Subject,
            Date = clock.GetUtcNow(),
            MessageId = $"{letter.Id.Value:N}@{settings.Host}",
            Text = composed.Text,
            Headers = Automatic,
            Attachments = composed.Attachments,
        }));
    }
}
