using System.Globalization;

namespace Verksam.Formats.Smtp;

/// <summary>What a server can do beyond the bare minimum, by its answer to EHLO (RFC 5321 4.1.1.1).</summary>
internal sealed record SmtpExtensions(bool StartTls, bool Pipelining, bool Size, long? Largest, IReadOnlySet<string> Logins)
{
    public static SmtpExtensions None { get; } = new(false, false, false, null, new HashSet<string>(StringComparer.Ordinal));

    public static SmtpExtensions From(SmtpReply reply)
    {
        var words = reply.Lines.Skip(1).Select(line => line.ToUpperInvariant().Split([' ', '='], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length > 0).ToLookup(w => w[0], w => w.Skip(1), StringComparer.Ordinal);
        var largest = words["SIZE"].SelectMany(w => w).FirstOrDefault();
        return new SmtpExtensions(
            words.Contains("STARTTLS"),
            words.Contains("PIPELINING"),
            words.Contains("SIZE"),
            // Zero means no limit (RFC 1870)
            long.TryParse(largest, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null,
            // "AUTH=LOGIN" is how some old servers say it
            words["AUTH"].SelectMany(w => w).ToHashSet(StringComparer.Ordinal));
    }
}
