using System.Globalization;

namespace Verksam.Formats.Tables.Cells;

/// <summary>
/// E-mail addresses as people write them in a cell: several with ; , / or spaces between, with a name before them, with "mailto:". Held to
/// what RFC 5321 lets a mailbox be without quotation marks, and to domains of the net (RFC 5891 for those with å ä ö).
/// </summary>
public static class EmailText
{
    private const int LongestMailbox = 64;
    private const int LongestDomain = 253;
    private const string InMailbox = "!#$%&'*+-/=?^_`{|}~.";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };
    private static readonly char[] Between = [';', ',', '/', ' ', '\t', '\n', '\r', '\u00A0', '|'];

    /// <summary>Reads each address of a cell, in its order; none when nothing stands there.</summary>
    /// <returns>
    /// Addresses as they stand, the domain in small letters; or at, mailbox, domain, too-long for what is no address.
    /// </returns>
    public static IReadOnlyList<CellReading<string>> Read(string text) => [.. Parts(text).Select(One)];

    /// <summary>Reads one address.</summary>
    public static CellReading<string> One(string text)
    {
        var address = Bare(text);
        var at = address.LastIndexOf('@');
        if (at < 0 || address.IndexOf('@', StringComparison.Ordinal) != at) return Not(CellWrongs.At);
        var (mailbox, domain) = (address[..at], address[(at + 1)..].TrimEnd('.').ToLowerInvariant());
        if (mailbox.Length > LongestMailbox) return Not(CellWrongs.TooLong);
        if (!IsMailbox(mailbox)) return Not(CellWrongs.Mailbox);
        return IsDomain(domain) ? CellReading<string>.Of($"{mailbox}@{domain}") : Not(CellWrongs.Domain);
    }

    private static IEnumerable<string> Parts(string text)
    {
        // "Åsa Berg <asa@example.org>; Bo <bo@example.org>": only what is in the brackets
        if (text.Contains('<', StringComparison.Ordinal) && text.Contains('>', StringComparison.Ordinal)) return InBrackets(text);
        var words = text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // "Åsa Berg asa@example.org": a plain word beside an address is somebody's name
        return words.Any(w => w.Contains('@', StringComparison.Ordinal)) ? words.Where(w => w == "@" || !w.All(char.IsLetter)) : text.Trim().Length == 0 ? [] : [text];
    }

    private static IEnumerable<string> InBrackets(string text)
    {
        foreach (var piece in text.Split('<').Skip(1))
        {
            var end = piece.IndexOf('>', StringComparison.Ordinal);
            yield return end < 0 ? piece : piece[..end];
        }
    }

    private static string Bare(string text)
    {
        var bare = text.Trim().Trim('"', '\'', '(', ')', '[', ']', '\u200B', '\uFEFF');
        return bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? bare["mailto:".Length..] : bare;
    }

    private static bool IsMailbox(string mailbox) => mailbox.Length > 0
        && mailbox[0] != '.' && mailbox[^1] != '.' && !mailbox.Contains("..", StringComparison.Ordinal)
        && mailbox.All(c => char.IsAsciiLetterOrDigit(c) || InMailbox.Contains(c, StringComparison.Ordinal));

    private static bool IsDomain(string domain)
    {
        if (domain.Length is 0 or > LongestDomain) return false;
        try
        {
            var labels = IsPlain(domain) ? domain.Split('.') : Idn.GetAscii(domain).Split('.');
            return labels.Length > 1 && labels[^1].Length > 1 && !labels[^1].All(char.IsAsciiDigit);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // nearly all are: what the rules of the net for other letters would leave as it is (RFC 1123, 2.1)
    private static bool IsPlain(string domain) => domain.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
        && !label.StartsWith("xn--", StringComparison.Ordinal) && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    private static CellReading<string> Not(string wrong) => CellReading<string>.Not(wrong);
}
