using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Series;

/// <summary>What a change of one of a series is a change of.</summary>
internal enum Scope
{
    One,

    /// <summary>It, and those after it.</summary>
    Following,

    /// <summary>It, and all that have not begun.</summary>
    All,
}

/// <summary>A change of one of a series, made to others of it too. What somebody has changed on one by itself stays so.</summary>
internal sealed class SeriesChange(AppDb db, CurrentUser me)
{
    /// <summary>To how many others it was made. Whoever calls saves.</summary>
    public async Task<int> Spread(Gathering changed, GatheringForm before, GatheringForm after, Scope scope)
    {
        if (scope == Scope.One || changed.SeriesId is not { } id)
            return 0;
        var (now, days, from) = (db.Clock.GetUtcNow(), after.Day.DayNumber - before.Day.DayNumber, changed.SeriesDay);
        var others = await db.Gatherings.EditableBy(me, db).Where(g => g.SeriesId == id && g.Id != changed.Id && g.Starts > now
            && (g.State == GatheringState.Draft || g.State == GatheringState.Published) && (scope == Scope.All || g.SeriesDay > from)).ToListAsync();
        var ids = others.ConvertAll(g => g.Id);
        var with = (await db.CoArrangers.Where(c => ids.Contains(c.GatheringId)).ToListAsync()).ToLookup(c => c.GatheringId);
        foreach (var other in others)
            Spread(other, [.. with[other.Id]], before, after, now);
        changed.MovesInSeries(days);
        Recount(await db.GatheringSeries.SingleAsync(s => s.Id == id), scope, changed, days);
        return others.Count;
    }

    private void Spread(Gathering other, List<CoArranger> with, GatheringForm before, GatheringForm after, DateTimeOffset now)
    {
        var merged = Merge(before, after, GatheringForm.Of(other, with.Select(w => w.UnitId)), other.SeriesDay);
        if (merged.Fill(other, now, out _) is { } no)
            throw new InvalidOperationException(no.ToString());
        other.MovesInSeries(after.Day.DayNumber - before.Day.DayNumber);
        db.CoArrangers.RemoveRange(with.Where(w => !merged.With.Contains(w.UnitId)));
        db.CoArrangers.AddRange(merged.With.Where(u => with.TrueForAll(w => w.UnitId != u)).Select(u => new CoArranger(other.Id, u)));
    }

    private static void Recount(GatheringSeries series, Scope scope, Gathering changed, int days)
    {
        if (scope == Scope.All)
            series.IsCountedFrom(series.First.AddDays(days));
        else if (days != 0)
            series.IsCountedFrom(changed.SeriesDay!.Value);
    }

    /// <summary>The others' form: where it was as this one was before, as this one is after.</summary>
    /// <param name="day">The day that the series has for it: whoever moved it by itself meant that day.</param>
    public static GatheringForm Merge(GatheringForm before, GatheringForm after, GatheringForm other, DateOnly? day)
    {
        var merged = other.On(other.Day == day ? other.Day.AddDays(after.Day.DayNumber - before.Day.DayNumber) : other.Day);
        (merged.Title, merged.Kind) = (Of(f => f.Title), Of(f => f.Kind));
        (merged.Lead, merged.Description) = (Of(f => f.Lead), Of(f => f.Description));
        (merged.From, merged.To, var nights) = Of(f => (f.From, f.To, f.LastDay?.DayNumber - f.Day.DayNumber));
        merged.LastDay = nights is { } more ? merged.Day.AddDays(more) : null;
        (merged.Venue, merged.Spot) = Of(f => (f.Venue, f.Spot));
        merged.Link = Of(f => f.Link);
        (merged.Audience, merged.Segment, merged.Role) = Of(f => (f.Audience, f.Segment, f.Role));
        (merged.Contact, merged.Budget, merged.Seats) = (Of(f => f.Contact), Of(f => f.Budget), Of(f => f.Seats));
        merged.With = before.With.ToHashSet().SetEquals(other.With) ? [.. after.With.Distinct().Where(u => u != other.Unit)] : other.With;
        return merged;

        T Of<T>(Func<GatheringForm, T> what) => EqualityComparer<T>.Default.Equals(what(before), what(other)) ? what(after) : what(other);
    }
}
