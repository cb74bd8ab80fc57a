using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People.Doing;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.CanDo;

/// <summary>Open shifts that fit: by what one can and likes, when one is free, and where one belongs or wants to take part.</summary>
internal sealed class ShiftsToTake(AppDb db, OpenShifts open, GatheringWords words, Texts texts) : ICanDo
{
    private const int Most = 3;

    public async Task<IReadOnlyList<Doable>> For(DoAsk ask)
    {
        if (!ask.SeesPlan)
            return [];
        var found = (await open.For(ask.Self.Id, ask.Line)).Take(Most).ToList();
        var (shifts, gatherings) = (found.ConvertAll(f => f.Shift.Id), found.ConvertAll(f => f.Gathering.Id));
        if (found.Count == 0)
            return [];
        var places = await db.ShiftPlaces.Where(p => shifts.Contains(p.ShiftId) && (p.State == PlaceState.Taken || p.State == PlaceState.Asked)).GroupBy(p => p.ShiftId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var venues = await db.PlacesOf(gatherings);
        return [.. found.Select(f => Of(f, f.Shift.Need - places.GetValueOrDefault(f.Shift.Id), words.Where(f.Gathering, venues.GetValueOrDefault(f.Gathering.Id))))];
    }

    private Doable Of(OpenShifts.Open f, int left, string where) => new(texts["Gatherings.Can.Shift", f.Gathering.Title], "kalender",
        texts["Gatherings.Can.Meta", texts.Capital(words.Moment(f.Starts, f.Shift.Ends(f.Gathering.Starts))), where],
        $"{f.Shift.What}. {texts.Capital(texts.Count("Gatherings.Can.ShiftWhat", left))} {(f.Fits ? texts["Gatherings.Can.ShiftFits"] : "")}".Trim())
    {
        Takes = GatheringsToCome.TimeOf(f.Starts, f.Shift.Ends(f.Gathering.Starts)),
        Suits = Taste.People | (f.Gathering.IsPhysical ? Taste.Out : Taste.Home),
        Fit = 50 + (f.Fits ? 20 : 0) + (f.IsFree ? 10 : 0),
        Acts = [new(texts["Shifts.Take.This"], $"/aktiviteter/{f.Gathering.Id}/mitt-pass/{f.Shift.Id}"), new(texts["Gatherings.Can.Read"], $"/aktiviteter/{f.Gathering.Id}", IsQuiet: true)],
    };
}
