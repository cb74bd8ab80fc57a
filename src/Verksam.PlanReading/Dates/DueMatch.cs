namespace Verksam.PlanReading.Dates;

/// <summary>Words that say when: tokens from <paramref name="Start"/> to before <paramref name="End"/>; the lowest rank decides.</summary>
internal readonly record struct DueMatch(int Start, int End, int Rank, DaySpan? Days = null, string? Every = null)
{
    public const int Date = 1;
    public const int Recurrence = 2;
    public const int Event = 3;
    public const int Season = 4;
    public const int Whole = 5;
    public const int Condition = 6;
}
