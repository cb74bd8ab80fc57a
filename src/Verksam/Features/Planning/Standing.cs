namespace Verksam.Features.Planning;

/// <summary>How a commitment stands. The names are the style sheet's.</summary>
internal enum Status
{
    Done,
    OnTrack,
    AtRisk,
    Late,
    NotStarted,
    Dropped,
}

internal static class StatusNames
{
    /// <summary>The value of <c>data-status</c>.</summary>
    public static string Css(this Status status) => status switch
    {
        Status.Done => "done",
        Status.OnTrack => "on-track",
        Status.AtRisk => "at-risk",
        Status.Late => "late",
        _ => "not-started",
    };
}
