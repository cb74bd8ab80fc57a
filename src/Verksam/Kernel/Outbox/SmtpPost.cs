using Verksam.Formats.Smtp;

namespace Verksam.Kernel.Outbox;

/// <summary>Letters leave through a mail server.</summary>
internal sealed class SmtpPost(IMailTransport transport, Envelopes envelopes) : IPost
{
    private const int LongestAnswer = 500;

    public async Task<Delivery> Send(Letter letter, Composed composed, CancellationToken cancelled)
    {
        try
        {
            var (from, to, content) = await envelopes.Put(letter, composed);
            return await transport.Send(new Envelope(from.Address, to.Address), content, cancelled) switch
            {
                SendResult.Accepted accepted => Said(DeliveryResult.Accepted, accepted.Text),
                SendResult.RefusedForNow later => Said(DeliveryResult.TryLater, $"{later.Code} {later.Text}"),
                SendResult.RefusedForGood never => Said(DeliveryResult.Refused, $"{never.Code} {never.Text}"),
                var other => throw new InvalidOperationException(other.ToString()),
            };
        }
        catch (FormatException)
        {
            return new Delivery(DeliveryResult.Refused, LetterReasons.BadAddress);
        }
    }

    private static Delivery Said(DeliveryResult result, string text) =>
        new(result, text.Length > LongestAnswer ? text[..LongestAnswer] : text);
}
