using Verksam.Kernel.Outbox;

namespace Verksam.Features.Planning.Reminding;

/// <summary>Why somebody got no reminder; the page of letters has a text for each.</summary>
internal static class SkipReasons
{
    public const string NoAccount = "no-account";
    public const string NoAddress = LetterReasons.NoAddress;
    public const string Paused = "paused";
    public const string NoAssignment = "no-assignment";
    public const string NothingLeft = "nothing-left";
}
