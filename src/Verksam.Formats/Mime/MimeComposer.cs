using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Verksam.Formats.Mime;

/// <summary>
/// Composes a letter as it goes over the wire: RFC 5322 headers, RFC 2045–2047 and 2231 for all that is not ASCII, seven bits throughout,
/// lines
/// of at most 78 characters where their words allow it and never more than 998, CR LF after each. The same letter gives the same bytes.
/// </summary>
public static partial class MimeComposer
{
    private const int LongestMatch = 1_000;

    // Set from the letter itself, or by those that carry it
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Return-Path", "Received",
    };

    /// <summary>Composes a letter.</summary>
    /// <exception cref="FormatException">Something in it cannot stand in a letter, such as a line feed in a header.</exception>
    public static byte[] Compose(MimeMessage message)
    {
        var output = new StringBuilder();
        WriteHeaders(output, message);
        var seed = message.MessageId;
        var body = message.Html is null
            ? Text(message.Text, "plain", message.Language)
            : MimePart.Multi("alternative", seed,
                [Text(message.Text, "plain", message.Language), Text(message.Html, "html", message.Language)]);
        if (message.Attachments.Count > 0) body = MimePart.Multi("mixed", seed, [body, .. message.Attachments.Select(Attachment)]);
        HeaderText.Fold(output, "MIME-Version", ["1.0"]);
        body.Write(output);
        return Encoding.ASCII.GetBytes(output.ToString());
    }

    private static void WriteHeaders(StringBuilder output, MimeMessage message)
    {
        HeaderText.Fold(output, "From", Addresses([message.From]));
        HeaderText.Fold(output, "To", message.To.Count > 0 ? Addresses(message.To) : ["undisclosed-recipients:;"]);
        if (message.ReplyTo is { } replyTo) HeaderText.Fold(output, "Reply-To", Addresses([replyTo]));
        HeaderText.Fold(output, "Subject", HeaderText.Words(message.Subject));
        HeaderText.Fold(output, "Date", [Date(message.Date)]);
        HeaderText.Fold(output, "Message-ID", [Identity(message.MessageId)]);
        foreach (var header in message.Headers)
        {
            if (!FieldName().IsMatch(header.Name) || Own.Contains(header.Name)
                || header.Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
                throw new FormatException("Not a header to set.");
            HeaderText.Fold(output, header.Name, HeaderText.StructuredWords(header.Value));
        }
    }

    private static IEnumerable<string> Addresses(IReadOnlyList<Mailbox> mailboxes)
    {
        for (var n = 0; n < mailboxes.Count; n++)
        {
            var comma = n < mailboxes.Count - 1 ? "," : "";
            if (mailboxes[n].Name is not { } name)
            {
                yield return mailboxes[n].Address + comma;
                continue;
            }
            foreach (var word in HeaderText.PhraseWords(name)) yield return word;
            yield return $"<{mailboxes[n].Address}>{comma}";
        }
    }

    private static MimePart Text(string text, string subtype, string? language)
    {
        var (encoding, body) = BodyText.Encode(text);
        var headers = new List<(string, IEnumerable<string>)>
        {
            ("Content-Type", [$"text/{subtype};", "charset=utf-8"]),
            ("Content-Transfer-Encoding", [encoding]),
        };
        if (language is not null) headers.Add(("Content-Language", HeaderText.StructuredWords(language)));
        return new MimePart(headers, body);
    }

    private static MimePart Attachment(MimeAttachment attachment)
    {
        if (!SimpleType().IsMatch(attachment.ContentType)) throw new FormatException("Not a content type a file can have.");
        var name = MimeParameter.Words("filename", attachment.FileName);
        return new MimePart(
            [
                ("Content-Type", attachment.ContentType.Split(' ')),
                ("Content-Transfer-Encoding", ["base64"]),
                ("Content-Disposition", [.. name.SkipLast(1).Prepend("attachment").Select(w => w + ";"), name[^1]]),
            ],
            BodyText.Base64(attachment.Content.Span));
    }

    // RFC 5322 3.3: names in English, the zone without a colon
    private static string Date(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
            + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static string Identity(string id)
    {
        var bare = id.StartsWith('<') && id.EndsWith('>') ? id[1..^1] : id;
        var at = bare.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && Mailbox.IsDotAtom(bare.AsSpan(0, at)) && Mailbox.IsDotAtom(bare.AsSpan(at + 1))
            ? $"<{bare}>"
            : throw new FormatException("Not a Message-ID.");
    }

    [GeneratedRegex("^[!-9;-~]{1,60}\\z", RegexOptions.None, LongestMatch)]
    private static partial Regex FieldName();

    // A letter or a bundle within a letter may not be in base64; a calendar says its method (RFC 5545 8.1), and the name stands elsewhere
    [GeneratedRegex("^(?!multipart/|message/)[a-z]+/[a-z0-9][a-z0-9.+-]*(; (charset|method)=[a-z0-9-]+)*\\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex SimpleType();
}
