using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings;

/// <summary>How many come to a gathering and stand on its shifts, in words. Nobody by name.</summary>
/// <param name="Coming">Those who come, companions too.</param>
/// <param name="Seated">Those of them who take a seat.</param>
/// <param name="Seats">Null when there is room for all.</param>
/// <param name="Standing">Those who stand on shifts, of <paramref name="Needed"/>.</param>
internal sealed record Filled(int Coming, int Seated, int? Seats, int Standing, int Needed)
{
    /// <summary>"12 av 16 anmälda", "två anmälda"; null when there is nothing to say.</summary>
    public string? SignedUp(Texts texts) => Seats is { } seats ? texts["Gatherings.Filled.OfSeats", Seated, seats] : Coming > 0 ? texts.Count("Gatherings.Filled.Coming", Coming) : null;

    /// <summary>"30 av 36 platser fyllda"; null when it has no shifts.</summary>
    public string? Manned(Texts texts) => Needed > 0 ? texts["Gatherings.Filled.Shifts", Standing, Needed] : null;
}
