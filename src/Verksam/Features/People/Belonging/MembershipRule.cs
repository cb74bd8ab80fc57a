namespace Verksam.Features.People.Belonging;

/// <summary>What a fee covers. Kept as a word in the settings: never rename.</summary>
internal enum FeeYear
{
    /// <summary>There is no fee: who has joined is a member.</summary>
    None,

    /// <summary>1 January to 31 December.</summary>
    Calendar,

    /// <summary>Twelve months from the day it was paid.</summary>
    Rolling,
}

/// <summary>How the organisation's statutes count membership. A setting with its source: statutes change.</summary>
internal sealed record MembershipRule
{
    public const int MostDays = 730;

    public FeeYear Year { get; init; } = FeeYear.Calendar;

    /// <summary>Days after the last paid one when a member still has a vote.</summary>
    public int GraceDays { get; init; } = 90;

    /// <summary>Days from the payment (without a fee: from joining) until a new member has a vote.</summary>
    public int WaitDays { get; init; }

    /// <summary>Where it is written, as people say it: "Stadgarna § 3".</summary>
    public string Source { get; init; } = "";

    /// <summary>
    /// What a payment covers. Whoever pays before the grace has passed goes on where the last period ended, and has not to wait again.
    /// </summary>
    /// <param name="last">The last day that was paid before; null for a new member.</param>
    public (DateOnly From, DateOnly To, DateOnly ValidFrom) Covers(DateOnly paidOn, DateOnly? last)
    {
        var goesOn = last is { } end && paidOn <= end.AddDays(GraceDays);
        var from = goesOn ? last!.Value.AddDays(1) : Year == FeeYear.Calendar ? FirstOf(paidOn, last) : paidOn;
        var to = Year == FeeYear.Calendar ? new DateOnly(from.Year, 12, 31) : from.AddYears(1).AddDays(-1);
        return (from, to, goesOn ? from : Later(from, paidOn.AddDays(WaitDays)));
    }

    // paid already, for the year it is paid in, by somebody whose grace has passed: cannot be, but a wrong setting may have been mended
    private static DateOnly FirstOf(DateOnly paidOn, DateOnly? last) => last >= paidOn ? last.Value.AddDays(1) : paidOn;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
