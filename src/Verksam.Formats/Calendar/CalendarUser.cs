using Verksam.Formats.Mime;

namespace Verksam.Formats.Calendar;

/// <summary>A person or an organisation in a calendar (RFC 5545 3.3.3).</summary>
public sealed record CalendarUser
{
    // what stands where the standard wants an address and there is none; calendars of others have it so too
    private const string Nobody = "invalid:nomail";

    /// <summary>Somebody, with or without an address.</summary>
    /// <exception cref="FormatException">This is not an address that mail can be sent to.</exception>
    public CalendarUser(string name, string? email = null)
    {
        Name = name;
        Email = email is null ? null : new Mailbox(email).Address;
    }

    /// <summary>What people read (RFC 5545 3.2.2).</summary>
    public string Name { get; }

    /// <summary>Where answers go, in ASCII.</summary>
    public string? Email { get; }

    // RFC 6068 2: what would end the address or begin a question is written by its number
    internal string Address => Email is null ? Nobody : $"mailto:{string.Concat(Email.Select(Written))}";

    private static string Written(char c) =>
        char.IsAsciiLetterOrDigit(c) || "@-._~!$'*+".Contains(c, StringComparison.Ordinal) ? c.ToString() : Uri.HexEscape(c);
}

/// <summary>What somebody invited has answered (RFC 5545 3.2.12).</summary>
public enum Participation
{
    /// <summary>Nothing yet.</summary>
    NeedsAction,

    /// <summary>Yes.</summary>
    Accepted,

    /// <summary>No.</summary>
    Declined,

    /// <summary>Perhaps.</summary>
    Tentative,
}

/// <summary>Somebody invited (RFC 5545 3.8.4.1).</summary>
/// <param name="User">Who.</param>
/// <param name="Participation">What they have answered.</param>
/// <param name="IsAsked">Whether an answer is awaited (RFC 5545 3.2.17).</param>
public sealed record CalendarAttendee(CalendarUser User, Participation Participation = Participation.NeedsAction, bool IsAsked = true);
