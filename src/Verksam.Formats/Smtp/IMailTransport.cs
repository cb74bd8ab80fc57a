using Verksam.Formats.Mime;

namespace Verksam.Formats.Smtp;

/// <summary>
/// Hands one letter to one recipient's next stop. One recipient an envelope: each letter is addressed to a person, and each gets an answer
/// of its own.
/// </summary>
public interface IMailTransport
{
    /// <summary>Sends a letter. Whatever the server or the network does is a result, never an exception.</summary>
    /// <param name="envelope">Who it is really from and to.</param>
    /// <param name="message">As <see cref="MimeComposer"/> wrote it: seven bits, CR LF after each line.</param>
    /// <param name="cancellation">Gives up; whether the letter was sent is then unknown.</param>
    /// <exception cref="ArgumentException">The message has a bare CR or LF, which servers disagree about (SMTP smuggling).</exception>
    Task<SendResult> Send(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellation = default);
}

/// <summary>Where a letter is sent and where its failure is reported (RFC 5321 2.3.1).</summary>
public sealed record Envelope
{
    /// <summary>An envelope.</summary>
    /// <param name="sender">Bounces go here; null for letters that must not bounce.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <exception cref="FormatException">One of them is not an address.</exception>
    public Envelope(string? sender, string recipient)
    {
        Sender = sender is null ? "" : new Mailbox(sender).Address;
        Recipient = new Mailbox(recipient).Address;
    }

    /// <summary>In ASCII; empty for none.</summary>
    public string Sender { get; }

    /// <summary>In ASCII.</summary>
    public string Recipient { get; }
}

/// <summary>What became of a letter.</summary>
public abstract record SendResult
{
    private SendResult() { }

    /// <summary>The server has taken it over and answers for it from now on.</summary>
    /// <param name="Text">What the server said: often its own name for the letter.</param>
    public sealed record Accepted(string Text) : SendResult;

    /// <summary>Not now: try again later.</summary>
    /// <param name="Code">The enhanced status (RFC 3463, "4.2.2"), else the reply code ("450"), else one of <see
    /// cref="SmtpFault"/>.</param>
    /// <param name="Text">What the server said; of ours it holds no secrets.</param>
    /// <param name="WholeServer">It is not about this letter: no other will fare better now.</param>
    public sealed record RefusedForNow(string Code, string Text, bool WholeServer) : SendResult;

    /// <summary>Never: the same letter to the same recipient will be refused again.</summary>
    /// <param name="Code">The enhanced status ("5.1.1"), else the reply code ("550").</param>
    /// <param name="Text">What the server said.</param>
    public sealed record RefusedForGood(string Code, string Text) : SendResult;
}

/// <summary>Codes for what is not an answer of the server.</summary>
public static class SmtpFault
{
    /// <summary>The server cannot be reached, or hung up.</summary>
    public const string NoConnection = "no-connection";

    /// <summary>A step took longer than it may.</summary>
    public const string Timeout = "timeout";

    /// <summary>What came is not SMTP.</summary>
    public const string Garbled = "garbled";

    /// <summary>Encryption is asked for and the server does not offer it.</summary>
    public const string NoTls = "no-tls";

    /// <summary>Encryption could not be agreed on, or the certificate is not the server's.</summary>
    public const string TlsFailed = "tls-failed";

    /// <summary>The server's certificate is past its last day, which is said after the code: 2026-03-09.</summary>
    public const string CertificateExpired = "certificate-expired";

    /// <summary>The name and password were refused, or there is no way to log in that we know and dare use.</summary>
    public const string LoginRefused = "login-refused";

    /// <summary>
    /// The connection broke after the whole letter was sent and before the answer: it may have been accepted, so a second try may be a
    /// second letter.
    /// </summary>
    public const string LostAfterData = "lost-after-data";
}
