using Verksam.Features.Planning;
using Verksam.PlanReading;

namespace Verksam.Demo;

/// <summary>
/// What the one who reviewed the demo's plans put right. A sentence that is not there, or was read well already, changes nothing.
/// </summary>
internal static class Corrections
{
    // in case the reader passes them by
    private static readonly string[] Missed = ["Andelen medlemmar som förnyar sitt medlemskap ska"];

    private static readonly (string Opening, Func<Interpretation, int, Interpretation> Better)[] All =
    [
        // "vilket ska firas": the duty is in the second half
        ("Den 18 april fyller föreningen", (r, _) => r with { Modality = Modality.Must, Responsible = "föreningen i Granviken" }),
        // "när de kan" is no date
        ("Alla medlemmar uppmanas att berätta",
            (r, _) => r with { DueWords = null, DueFrom = null, DueTo = null, DueEvery = null }),
        // periods that end with the election, and two feasts in one sentence
        ("Valstugan på Stortorget", (r, year) => r with { DueFrom = new(year, 8, 17), DueTo = new(year, 9, 13) }),
        ("Distriktet ska publicera minst tre", (r, year) => r with { DueFrom = new(year, 4, 1), DueTo = new(year, 9, 13) }),
        ("Distriktet ska annonsera",
            (r, year) => r with { DueFrom = new(year, 8, 1), DueTo = new(year, 9, 30), DueEvery = null, MeasurePer = null }),
        ("Vi ska uppmärksamma internationella", (r, year) => r with { DueFrom = new(year, 3, 8), DueTo = new(year, 5, 1) }),
    ];

    public static bool IsMissed(string sentence) => Missed.Any(m => sentence.StartsWith(m, StringComparison.Ordinal));

    public static Interpretation Of(Interpretation reading, int year, string sentence)
    {
        var better = All.FirstOrDefault(c => sentence.StartsWith(c.Opening, StringComparison.Ordinal)).Better;
        return better is null ? reading : better(reading, year);
    }
}
