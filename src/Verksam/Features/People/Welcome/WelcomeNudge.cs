using Verksam.Kernel;

namespace Verksam.Features.People.Welcome;

/// <summary>
/// That somebody is told of a welcome that waits: once for each stage and each who is told, however often the round is made. The letter itself
/// is a row of its own, with its state; one letter tells of many.
/// </summary>
internal sealed class WelcomeNudge : Entity<WelcomeNudge>, IAside
{
    private WelcomeNudge() { }

    public WelcomeNudge(Id<WelcomeCase> of, NudgeStage stage, Id<Person> to, DateOnly on, string letter) =>
        (CaseId, Stage, ToId, ToldOn, LetterKey) = (of, stage, to, on, letter);

    public Id<WelcomeCase> CaseId { get; private set; }
    public NudgeStage Stage { get; private set; }
    public Id<Person> ToId { get; private set; }
    public DateOnly ToldOn { get; private set; }

    /// <summary>The letter's <c>Key</c>: there one sees whether it was sent, or why not.</summary>
    public string LetterKey { get; private set; } = "";
}
