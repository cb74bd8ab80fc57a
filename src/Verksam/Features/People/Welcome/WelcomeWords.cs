using System.Globalization;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Welcome;

/// <summary>How long somebody new has waited, in words and as a status.</summary>
internal sealed class WelcomeWords(Texts texts, OurTime time)
{
    /// <summary>"Har väntat 21 dagar", "Sista dagen i dag", "två dagar kvar", "Ring igen 14 juni".</summary>
    public (string Status, string Text) Left(DateOnly since, DateOnly due, DateOnly? again, bool hasWay)
    {
        var (today, isLate) = (time.Today, time.Today > due);
        // late it is all the same, and marked so; but what is to be done says more than for how long it has been
        if (!hasWay)
            return (isLate ? "late" : "at-risk", texts["Welcome.NoWayYet"]);
        if (again > today)
            return (isLate ? "late" : "not-started", texts["Welcome.CallOn", time.Day(again.Value)]);
        if (isLate)
            return ("late", texts.Capital(texts.Count("Welcome.Waited", today.DayNumber - since.DayNumber)));
        var left = due.DayNumber - today.DayNumber;
        return left == 0 ? ("at-risk", texts["Welcome.LastDay"])
            : (left <= Nudging.DaysBefore ? "at-risk" : "not-started", texts.Capital(texts.Count("Welcome.DaysLeft", left)));
    }

    public (string Status, string Text) Left(WaitingRow of) => Left(of.Since, of.Due, of.TryAgainOn, of.HasWay);

    public (string Status, string Text) Left(WelcomeCase of, Person who) => Left(of.Since, of.Due, of.TryAgainOn, who.IsProtected || who.Phone is not null || who.Email is not null);

    /// <summary>"i morgon", "måndag 16 mars": the days one may choose to call again.</summary>
    public IEnumerable<(DateOnly Day, string Said)> DaysAhead => Enumerable.Range(1, 14).Select(i => time.Today.AddDays(i))
        .Select((day, i) => (day, i == 0 ? texts["Welcome.Tomorrow"] : $"{day.ToString("dddd", CultureInfo.CurrentCulture)} {time.Day(day)}"));
}
