using Verksam.Formats.Mime;

namespace Verksam.Kernel.Outbox;

/// <summary>A letter ready to leave. Plain text is the letter; there is no hidden other version of it.</summary>
internal sealed record Composed(string Address, string Name, string Subject, string Text)
{
    /// <summary>Files that go along.</summary>
    public IReadOnlyList<MimeAttachment> Attachments { get; init; } = [];
}

/// <summary>How a kind of letter is written; one for each <see cref="Letter.Kind"/>.</summary>
internal interface ILetterKind
{
    string Kind { get; }

    /// <summary>Key of what people call it, for the list of letters.</summary>
    string? NameKey => null;

    /// <summary>Why it was skipped, when there was nothing to send.</summary>
    string WhenEmpty => "no-recipient";

    /// <summary>The letter, or null when there is nobody to send it to any more, or nothing to say.</summary>
    Task<Composed?> Compose(Letter letter, CancellationToken cancelled);
}

/// <summary>Knows whom no letter reaches, so that a row that was skipped says that and nothing else.</summary>
internal interface IAddresses
{
    /// <summary>Somebody we know, without an address to write to.</summary>
    Task<bool> HasNone(Guid to, CancellationToken cancelled);
}

/// <summary>What became of a letter that was handed over.</summary>
internal sealed record Delivery(DeliveryResult Result, string Said);

internal enum DeliveryResult
{
    Accepted,
    TryLater,
    Refused,
}

/// <summary>The way out of the house: a mail server, or a folder where none is configured.</summary>
internal interface IPost
{
    Task<Delivery> Send(Letter letter, Composed composed, CancellationToken cancelled);
}
