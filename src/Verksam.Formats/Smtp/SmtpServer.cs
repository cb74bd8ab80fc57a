namespace Verksam.Formats.Smtp;

/// <summary>Whether the way to the server is encrypted.</summary>
public enum SmtpSecurity
{
    /// <summary>Never: a server on the same machine.</summary>
    None,

    /// <summary>
    /// STARTTLS (RFC 3207) when the server offers it. Without a login any certificate will do, as it is still better than none.
    /// </summary>
    StartTlsWhenOffered,

    /// <summary>STARTTLS, or nothing is sent. Usual on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314). Usual on port 465.</summary>
    Tls,
}

/// <summary>A name and a password. It never shows the password.</summary>
public sealed class SmtpLogin(string user, string password)
{
    /// <summary>Who logs in.</summary>
    public string User { get; } = Checked(user);

    internal string Password { get; } = Checked(password);

    /// <inheritdoc/>
    public override string ToString() => User;

    private static string Checked(string value) =>
        value.Contains('\0', StringComparison.Ordinal) ? throw new FormatException("Neither name nor password can hold a NUL.") : value;
}

/// <summary>
/// The server that takes our letters, and how patient we are with it (RFC 5321 4.5.3.2 has longer times; a program must not wait so).
/// </summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">25, 587 or 465, mostly.</param>
/// <param name="Security">Whether the way is encrypted.</param>
/// <param name="EhloName">Our own name, as DNS has it.</param>
public sealed record SmtpServer(string Host, int Port, SmtpSecurity Security, string EhloName)
{
    /// <summary>Null when the server asks for none.</summary>
    public SmtpLogin? Login { get; init; }

    /// <summary>SHA-256 of a certificate to trust, in hexadecimal, for a server of one's own whose certificate nobody signed.</summary>
    public string? TrustedFingerprint { get; init; }

    /// <summary>For reaching it, and for agreeing on encryption.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For each answer, and for taking what we write.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// For the answer to a whole letter: it may be filtered for spam meanwhile, and giving up too soon makes two letters of one.
    /// </summary>
    public TimeSpan AcceptTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After so long without a letter a connection is not trusted any more.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>After so many letters a new connection is made.</summary>
    public int MessagesPerConnection { get; init; } = 100;
}
