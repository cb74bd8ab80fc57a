using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Verksam.Formats.Smtp;

/// <summary>An answer of the server (RFC 5321 4.2), with its enhanced status (RFC 2034, 3463) when it has one.</summary>
internal sealed partial record SmtpReply(int Number, IReadOnlyList<string> Lines)
{
    public bool IsGood => Number is >= 200 and < 300;

    public string Code =>
        Enhanced().Match(Lines[^1]) is { Success: true } match && match.Groups["code"].ValueSpan[0] == '0' + (Number / 100)
        ? match.Groups["code"].Value
        : Number.ToString(CultureInfo.InvariantCulture);

    public string Text => string.Join(' ', Lines.Select(line => Enhanced().Replace(line, "").Trim())).Trim();

    /// <summary>What it means for a letter.</summary>
    public SendResult AsResult() => Number switch
    {
        // Asked to log in, or to encrypt: it is our settings that are wrong, not the letter
        530 or 535 or 538 => new SendResult.RefusedForNow(Code, Text, WholeServer: true),
        421 => new SendResult.RefusedForNow(Code, Text, WholeServer: true),
        >= 200 and < 300 => new SendResult.Accepted(Text),
        >= 400 and < 500 => new SendResult.RefusedForNow(Code, Text, WholeServer: false),
        >= 500 => new SendResult.RefusedForGood(Code, Text),
        _ => new SendResult.RefusedForNow(SmtpFault.Garbled, Text, WholeServer: true),
    };

    [GeneratedRegex(@"^(?<code>[245]\.[0-9]{1,3}\.[0-9]{1,3})( |\z)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Enhanced();
}

/// <summary>Why nothing more can be said over this connection.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Without a code it says nothing")]
[SuppressMessage("Design", "CA1064", Justification = "Never leaves this folder")]
[SuppressMessage("Design", "RCS1194", Justification = "Without a code it says nothing")]
[SuppressMessage("Naming", "CA1710", Justification = "Said as people say it")]
[SuppressMessage("Naming", "MA0058", Justification = "Said as people say it")]
internal sealed class SmtpFailure(string code, string text, Exception? cause = null) : Exception(text, cause)
{
    public string Code { get; } = code;

    public static SmtpFailure From(SmtpReply reply) => new(reply.Code, reply.Text);

    public SendResult AsResult() => new SendResult.RefusedForNow(Code, Message, WholeServer: true);
}
