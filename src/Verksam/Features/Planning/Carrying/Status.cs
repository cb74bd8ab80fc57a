namespace Verksam.Features.Planning.Carrying;

/// <summary>How a commitment stands. Stored as a number where a person has said it: never renumber.</summary>
internal enum Status
{
    Done = 0,
    OnTrack = 1,
    AtRisk = 2,
    Late = 3,
    NotStarted = 4,

    /// <summary>A meeting or the board decided not to do it.</summary>
    Dropped = 5,
}

internal static class StatusNames
{
    /// <summary>The value of <c>data-status</c>: glyph, colour and stroke together.</summary>
    public static string Css(this Status status) => status switch
    {
        Status.Done => "done",
        Status.OnTrack => "on-track",
        Status.AtRisk => "at-risk",
        Status.Late => "late",
        _ => "not-started",
    };
}
