using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Calling;

/// <summary>What is said and asked in one call, and what has been told of it so far.</summary>
internal sealed record CallScript(
    CallList List, IReadOnlyList<CallQuestion> Questions, ILookup<Id<CallQuestion>, string> Answers, CallTold Told, string First, string Unit, string Caller)
{
    /// <summary>What stands for the first name of who is called, who calls, and where from.</summary>
    public const string Person = "[namn]", Self = "[jag]", Place = "[vi]";

    /// <summary>The outcomes in the order they are shown; those that are a talk first.</summary>
    public static readonly CallOutcome[] Outcomes = [CallOutcome.Reached, CallOutcome.WantsTo, CallOutcome.NoAnswer, CallOutcome.CallBack, CallOutcome.DoesNotWant, CallOutcome.WrongNumber];

    public IReadOnlyList<string> Steps => List.Script is not { } script ? []
        : [.. script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line
            .Replace(Person, First, StringComparison.OrdinalIgnoreCase).Replace(Self, Caller, StringComparison.OrdinalIgnoreCase).Replace(Place, Unit, StringComparison.OrdinalIgnoreCase))];
}

/// <summary>What is said to a caller about what was told.</summary>
internal static class CallReceipts
{
    public static string Said(Texts texts, CallTaken taken) => texts[$"Calling.Receipt.{taken.Receipt}"];

    /// <summary>The answers that were left out; empty when none was.</summary>
    public static string Unread(Texts texts, CallTaken taken) => string.Join(' ', taken.Unread.Select(u => texts["Calling.Receipt.Unread", u.Said, u.Question.Text]));
}
