using System.Globalization;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Today;

/// <summary>How near something is: "sju dagar över", "i dag", "lördag", "åtta dagar kvar", "sedan 27 maj".</summary>
internal sealed class DueWords(OurTime time, Texts texts)
{
    public string Of(Need need) => texts.Capital((need.Due, need.Since) switch
    {
        ({ } due, _) => Due(due),
        (_, { } since) => texts["Today.Since", since.Year == time.Today.Year ? time.Day(since) : since.Year.ToString(CultureInfo.InvariantCulture)],
        _ => texts["Today.WhenYouCan"],
    });

    private string Due(DateOnly due) => (due.DayNumber - time.Today.DayNumber) switch
    {
        < 0 and var over => texts.Count("Today.Over", -over),
        0 => texts["Today.Today"],
        1 => texts["Today.Tomorrow"],
        < 7 => due.ToString("dddd", CultureInfo.CurrentCulture),
        var left => texts.Count("Today.Left", left),
    };
}

/// <summary>About how long something takes: "ungefär 40 minuter", "ungefär en timme och en kvart".</summary>
internal sealed class HowLong(Texts texts)
{
    private const int Step = 5, Quarter = 15, Hour = 60, Quarters = 4;

    public string Of(IEnumerable<Need> needs) => Of(needs.Sum(n => n.Minutes));

    public string Of(int minutes)
    {
        if (minutes < Hour - (Step / 2))
            return texts["Today.About", texts["Today.Minutes", Math.Max(Step, (minutes + (Step / 2)) / Step * Step)]];
        var quarters = (minutes + (Quarter / 2)) / Quarter;
        var hours = texts.Count("Today.Hours", quarters / Quarters);
        return texts["Today.About", (quarters % Quarters) switch
        {
            0 => hours,
            1 => texts["Today.AndAQuarter", hours],
            2 => texts["Today.AndAHalf", hours],
            _ => texts["Today.AndThreeQuarters", hours],
        }];
    }
}
