using Verksam.Formats.Smtp;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Outbox;

/// <summary>Why a letter has not gone, in words.</summary>
internal static class LetterReasons
{
    /// <summary>Somebody we know, whom no letter reaches.</summary>
    public const string NoAddress = "no-address";

    /// <summary>What stands as an address is none.</summary>
    public const string BadAddress = "bad-address";

    private const string Expired = $"{SmtpFault.CertificateExpired} ";

    /// <summary>The reasons we give ourselves have words; what a mail server said stands as it said it.</summary>
    public static string Of(string reason, Texts texts) => reason switch
    {
        "no-recipient" => texts["Ui.Unsent.NoRecipient"],
        BadAddress => texts["Ui.Unsent.BadAddress"],
        "no-account" => texts["Ui.Unsent.NoAccount"],
        NoAddress => texts["Ui.Unsent.NoAddress"],
        "no-assignment" => texts["Ui.Unsent.NoAssignment"],
        "paused" => texts["Ui.Unsent.Paused"],
        "nothing-left" => texts["Ui.Unsent.NothingLeft"],
        "already-told" => texts["Ui.Unsent.AlreadyTold"],
        "unknown-kind" => texts["Ui.Unsent.UnknownKind"],
        _ when reason.StartsWith(Expired, StringComparison.Ordinal) => texts["Ui.Unsent.CertificateExpired", reason[Expired.Length..]],
        _ => reason,
    };
}
