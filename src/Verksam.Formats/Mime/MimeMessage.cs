namespace Verksam.Formats.Mime;

/// <summary>
/// A header of our own choice, such as List-Unsubscribe. ASCII words stand as they are, folded at spaces; others become encoded-words.
/// </summary>
public sealed record MimeHeader(string Name, string Value);

/// <summary>A file that goes along (RFC 2183).</summary>
/// <param name="ContentType">Such as image/png, or text/calendar; charset=utf-8; method=PUBLISH.</param>
public sealed record MimeAttachment(string FileName, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>
/// A letter to compose. It takes date and identity from its caller, so the same letter gives the same bytes, and a test or a signature can
/// count
/// on them. Who it is really sent to is the envelope's matter; a blind copy therefore does not exist here.
/// </summary>
public sealed record MimeMessage
{
    /// <summary>Who writes.</summary>
    public required Mailbox From { get; init; }

    /// <summary>Who is written to, as the reader sees it.</summary>
    public required IReadOnlyList<Mailbox> To { get; init; }

    /// <summary>Where an answer goes, when not to the writer.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>Any text on one line.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Unlike any other letter's, with or without its angle brackets: something@domain.</summary>
    public required string MessageId { get; init; }

    /// <summary>The letter as plain text; every letter has one.</summary>
    public required string Text { get; init; }

    /// <summary>The same letter as HTML, when there is one.</summary>
    public string? Html { get; init; }

    /// <summary>BCP 47, for the Content-Language of the texts.</summary>
    public string? Language { get; init; }

    /// <summary>List-*, Auto-Submitted, Feedback-ID and the like, in this order.</summary>
    public IReadOnlyList<MimeHeader> Headers { get; init; } = [];

    /// <summary>Files that go along.</summary>
    public IReadOnlyList<MimeAttachment> Attachments { get; init; } = [];
}
