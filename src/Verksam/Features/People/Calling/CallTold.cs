using System.ComponentModel.DataAnnotations;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Calling;

/// <summary>What a caller tells of one call; the same from the form and from a phone that kept it.</summary>
internal sealed class CallTold
{
    /// <summary>What stands before a question's id in the name of its field.</summary>
    public const string AnswerTo = "svar.";

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(60);

    public string? Ticket { get; set; }

    /// <summary>Made by whoever tells; see <see cref="Call.Entry"/>.</summary>
    public Guid Entry { get; set; }

    /// <summary>See <see cref="Call.Telling"/>.</summary>
    [Range(0, int.MaxValue)]
    public int Telling { get; set; }

    /// <summary>By the phone's clock; null is now.</summary>
    public DateTimeOffset? At { get; set; }

    [EnumDataType(typeof(CallOutcome))]
    public CallOutcome? Outcome { get; set; }

    /// <summary>By the clock on the wall.</summary>
    public DateTime? CallBack { get; set; }

    public string? Note { get; set; }

    /// <summary>The person asks not to be called again.</summary>
    public bool Peace { get; set; }

    /// <summary>The caller is done with the person: told by "save and show the next", not only chosen while one talks.</summary>
    public bool Done { get; set; }

    /// <summary>What stands in the fields of a form, by the question's id.</summary>
    public static IEnumerable<string?> AnswersTo(Guid question, IFormCollection form) => form[$"{AnswerTo}{question}"];

    /// <summary>When to call again: as it was said, if that is a time people mean; else the next day.</summary>
    public DateTimeOffset CallBackFrom(DateTimeOffset now)
    {
        if (CallBack is not { } wall || wall < now.UtcDateTime.AddDays(-1) || wall > (now + LongestPause).UtcDateTime)
            return now.AddDays(1);
        wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        return new DateTimeOffset(wall, OurTime.Zone.GetUtcOffset(wall));
    }

    /// <summary>When it was: a phone's clock may be wrong, but not before the person was given or after it came here.</summary>
    public DateTimeOffset AtWithin(DateTimeOffset given, DateTimeOffset now) => At is { } at && at >= given && at <= now ? at : now;
}

/// <summary>What became of what was told, and of whom; and what was written where a number was asked for, and is none: it is left out.</summary>
internal sealed record CallTaken(CallReceipt Receipt, Id<Person> Person, IReadOnlyList<(string Said, CallQuestion Question)> Unread)
{
    public static readonly CallTaken No = new(CallReceipt.NotYours, default, []);
}

/// <summary>What became of what was told.</summary>
internal enum CallReceipt
{
    Kept,

    /// <summary>It was here already, or something newer is.</summary>
    Known,

    /// <summary>Kept; the list had been closed meanwhile.</summary>
    KeptAfterClosing,

    /// <summary>Kept; the person had been free for others to call meanwhile.</summary>
    KeptAfterLease,

    /// <summary>Nobody gave the person to this caller: nothing is kept.</summary>
    NotYours,
}
