using System.Globalization;

namespace Verksam.Formats.Mime;

/// <summary>
/// An address with a name, as RFC 5322 3.4 has it. The address is kept in the ASCII form that every server takes: å ä ö in the domain
/// become
/// punycode (RFC 5891); before the @ they are refused, since that takes RFC 6531, which we do not speak.
/// </summary>
public sealed record Mailbox
{
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;

    /// <summary>An address, with or without a name.</summary>
    /// <exception cref="FormatException">This is not an address that mail can be sent to.</exception>
    public Mailbox(string address, string? name = null)
    {
        Address = ToAscii(address) ?? throw new FormatException("Not an e-mail address.");
        Name = string.IsNullOrWhiteSpace(name) ? null : HeaderText.Checked(name.Trim());
    }

    /// <summary>The address in ASCII, such as namn@xn--frening-q4a.example.</summary>
    public string Address { get; }

    /// <summary>What people read instead of the address.</summary>
    public string? Name { get; }

    /// <summary>Says whether mail can be sent to this address; asks nobody.</summary>
    public static bool IsAddress(string address) => ToAscii(address) is not null;

    /// <summary>Part of the address after the @, in ASCII.</summary>
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    internal static string? ToAscii(string address)
    {
        var at = address.LastIndexOf('@');
        if (at is < 1 or > LongestLocalPart || !IsDotAtom(address.AsSpan(0, at))) return null;
        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(address[(at + 1)..]);
            if (domain.EndsWith('.') || !domain.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')) return null;
            return at + 1 + domain.Length <= LongestAddress
                ? string.Concat(address[..(at + 1)], string.Concat(domain.Select(char.ToLowerInvariant))) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Characters of RFC 5322 3.2.3 with dots between.</summary>
    internal static bool IsDotAtom(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] == '.' || text[^1] == '.' || text.Contains("..", StringComparison.Ordinal)) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal)) return false;
        }
        return true;
    }
}
