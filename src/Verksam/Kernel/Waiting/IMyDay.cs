namespace Verksam.Kernel.Waiting;

/// <summary>A socket: what somebody has to be at, or has promised to do, on one day.</summary>
internal interface IMyDay
{
    Task<IReadOnlyList<DayItem>> On(DateOnly day);
}

/// <param name="At">When it begins; null for what has no hour.</param>
/// <param name="What">When it ends, where it is.</param>
internal sealed record DayItem(TimeOnly? At, string Title, string What, string? Url);
