using Verksam.Formats.Smtp;
using Verksam.Kernel.Text;

namespace Verksam.Features.Accounts;

/// <summary>Why a letter has not gone, in words.</summary>
internal static class LetterReasons
{
    private const string Expired = $"{SmtpFault.CertificateExpired} ";

    /// <summary>The reasons we give ourselves have words; what a mail server said stands as it said it.</summary>
    public static string Of(string reason, Texts texts) => reason switch
    {
        "no-recipient" => texts["Accounts.Letters.NoRecipient"],
        "bad-address" => texts["Accounts.Letters.BadAddress"],
        "no-account" => texts["Accounts.Letters.NoAccount"],
        "no-address" => texts["Accounts.Letters.NoAddress"],
        "no-assignment" => texts["Accounts.Letters.NoAssignment"],
        "paused" => texts["Accounts.Letters.Paused"],
        "nothing-left" => texts["Accounts.Letters.NothingLeft"],
        "already-told" => texts["Accounts.Letters.AlreadyTold"],
        "unknown-kind" => texts["Accounts.Letters.UnknownKind"],
        _ when reason.StartsWith(Expired, StringComparison.Ordinal) => texts["Accounts.Letters.CertificateExpired", reason[Expired.Length..]],
        _ => reason,
    };
}
