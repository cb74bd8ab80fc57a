using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What gatherings where one stands out there gave: a question for each figure, none for each row.</summary>
internal sealed class Outcomes(AppDb db, CurrentUser me, Seen seen, Kinds kinds, OurTime time)
{
    /// <summary>This year and so many before it.</summary>
    public const int Years = 3;

    /// <summary>Those that were held, of what whoever asks may see.</summary>
    public async Task<IReadOnlyList<StandOutcome>> All() => await Of(g => g);

    public async Task<IReadOnlyList<StandOutcome>> At(Id<Venue> venue) => await Of(all => all.Where(g => g.VenueId == venue));

    /// <summary>Those that were held before at the same place.</summary>
    public async Task<IReadOnlyList<StandOutcome>> LikeThis(Gathering gathering)
    {
        var (id, starts, venue, spot) = (gathering.Id, gathering.Starts, gathering.VenueId, gathering.Spot);
        return venue is null && spot is null ? [] : await Of(all => all.Where(g => g.Id != id && g.Starts < starts && (venue != null ? g.VenueId == venue : g.VenueId == null && g.Spot == spot)));
    }

    private async Task<IReadOnlyList<StandOutcome>> Of(Func<IQueryable<Gathering>, IQueryable<Gathering>> which)
    {
        var (codes, from) = (await kinds.Out(), OurTime.EndOf(new DateOnly(time.Today.Year - Years - 1, 12, 31)));
        var held = which((await seen.All()).WereHeld().Where(g => codes.Contains(g.Kind) && g.Starts >= from));
        var rows = await (
            from g in held
            join venue in db.Venues on g.VenueId equals venue.Id into at
            from venue in at.DefaultIfEmpty()
            orderby g.Starts, g.Id
            select new { g.Id, g.Title, g.Starts, g.Ends, g.VenueId, Place = venue!.Name ?? g.Spot }).AsNoTracking().ToListAsync();
        if (rows.Count == 0)
            return [];
        // by their ids: who may see them is asked once, not in every question
        var ids = rows.ConvertAll(r => r.Id);
        var parts = await Parts(db.Gatherings.Where(g => ids.Contains(g.Id)).Select(g => g.Id));
        return [.. rows.Select(r => parts.Of(r.Id, r.Starts, r.Ends) with { Title = r.Title, Venue = r.VenueId, Place = r.Place ?? "" })];
    }

    /// <summary>What one gave, whatever its state is.</summary>
    public async Task<StandOutcome> One(Gathering gathering)
    {
        var id = gathering.Id;
        return (await Parts(db.Gatherings.Where(g => g.Id == id).Select(g => g.Id))).Of(id, gathering.Starts, gathering.Ends) with { Title = gathering.Title, Venue = gathering.VenueId, Place = gathering.Spot ?? "" };
    }

    private async Task<Figures> Parts(IQueryable<Id<Gathering>> ids)
    {
        var mine = db.Gatherings.EditableBy(me, db).Select(g => g.Id);
        var shifts = await db.Shifts.Where(s => ids.Contains(s.GatheringId))
            .Select(s => new Stood(s.GatheringId, s.After, s.Lasts, db.ShiftPlaces.Count(p => p.ShiftId == s.Id && p.State == PlaceState.Taken))).ToListAsync();
        // SQLite has no sums of decimals
        var costs = await db.GatheringCosts.Where(c => ids.Contains(c.GatheringId)).Select(c => new { c.GatheringId, c.Amount }).ToListAsync();
        return new Figures(
            await Tally.Sums(db, ids),
            await db.StandReports.AsNoTracking().Where(r => ids.Contains(r.GatheringId)).ToDictionaryAsync(r => r.GatheringId),
            shifts.ToLookup(s => s.Gathering),
            await db.HandsAtStands.Where(h => ids.Contains(h.GatheringId)).GroupBy(h => h.GatheringId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(h => h.Key, h => h.Count),
            costs.ToLookup(c => c.GatheringId, c => c.Amount),
            (await db.Gatherings.Where(g => ids.Contains(g.Id) && mine.Contains(g.Id)).Select(g => g.Id).ToListAsync()).ToHashSet(),
            time.Now);
    }

    private sealed record Stood(Id<Gathering> Gathering, int After, int Lasts, int People);

    private sealed record Figures(
        IReadOnlyDictionary<Id<Gathering>, Tapped> Taps, IReadOnlyDictionary<Id<Gathering>, StandReport> Reports, ILookup<Id<Gathering>, Stood> Shifts,
        IReadOnlyDictionary<Id<Gathering>, int> Hands, ILookup<Id<Gathering>, decimal> Costs, IReadOnlySet<Id<Gathering>> Mine, DateTimeOffset Now)
    {
        /// <summary>What one gave; of one that still goes on, so far.</summary>
        public StandOutcome Of(Id<Gathering> id, DateTimeOffset starts, DateTimeOffset ends)
        {
            var (gone, manned) = (Minutes(starts, Now), Shifts[id].Where(s => s.People > 0).ToList());
            var open = Open(manned, Minutes(starts, ends)) > 0 ? Open(manned, Math.Min(Minutes(starts, ends), gone)) : Math.Clamp(gone, 0, OfItself(starts, ends));
            return new(id, starts)
            {
                Counted = StandReport.Counted(Reports.GetValueOrDefault(id), Taps.GetValueOrDefault(id, Tapped.Nothing)),
                OpenMinutes = open,
                PersonMinutes = Shifts[id].Sum(s => Math.Clamp(gone - s.After, 0, s.Lasts) * s.People),
                Hands = Hands.GetValueOrDefault(id),
                Cost = Mine.Contains(id) ? Costs[id].Sum() : null,
            };
        }

        // by the clock on the wall, as shifts are
        private static int Minutes(DateTimeOffset from, DateTimeOffset to) => (int)(OurTime.Here(to).DateTime - OurTime.Here(from).DateTime).TotalMinutes;

        // minutes in which somebody stood there, however many they were; to build before and carry home after is no time to talk
        private static int Open(List<Stood> shifts, int lasts)
        {
            var (sum, until) = (0, 0);
            foreach (var shift in shifts.OrderBy(s => s.After))
            {
                var end = Math.Min(shift.After + shift.Lasts, lasts);
                sum += Math.Max(0, end - Math.Max(until, shift.After));
                until = Math.Max(until, end);
            }
            return sum;
        }

        // without a rota: from when to when, on each of its days
        private static int OfItself(DateTimeOffset starts, DateTimeOffset ends)
        {
            var (first, last) = (OurTime.Here(starts), OurTime.Here(ends));
            var days = GatheringWords.LastDay(starts, ends).DayNumber - OurTime.DayOf(starts).DayNumber;
            return days == 0 || last.TimeOfDay <= first.TimeOfDay ? (int)(ends - starts).TotalMinutes : (days + 1) * (int)(last.TimeOfDay - first.TimeOfDay).TotalMinutes;
        }
    }
}

/// <summary>What one gathering gave.</summary>
internal sealed record StandOutcome(Id<Gathering> Gathering, DateTimeOffset Starts)
{
    public string Title { get; init; } = "";
    public Id<Venue>? Venue { get; init; }
    public string Place { get; init; } = "";
    public required Tapped Counted { get; init; }

    /// <summary>For how long somebody stood there.</summary>
    public required int OpenMinutes { get; init; }

    /// <summary>The hours of all who stood there.</summary>
    public required int PersonMinutes { get; init; }

    public required int Hands { get; init; }

    /// <summary>In kronor; null for whoever may not know.</summary>
    public required decimal? Cost { get; init; }

    public int Year => OurTime.DayOf(Starts).Year;
}

/// <summary>What a place gave in a year.</summary>
internal sealed record PlaceYear(Id<Venue>? Venue, string Place, int Year, IReadOnlyList<StandOutcome> Times)
{
    /// <summary>Fewer conversations than this, or one time only, and chance decides.</summary>
    public const int FewConversations = 20;

    public int Conversations => Times.Sum(t => t.Counted.Conversations);
    public int Leaflets => Times.Sum(t => t.Counted.Leaflets);
    public int Hands => Times.Sum(t => t.Hands);
    public decimal Hours => Math.Round(Times.Sum(t => t.OpenMinutes) / 60m, 1);
    public decimal? Cost => Times.All(t => t.Cost is not null) ? Times.Sum(t => t.Cost) : null;
    public decimal? PerHour => Times.Sum(t => t.OpenMinutes) is > 0 and var minutes ? Math.Round(Conversations * 60m / minutes, 1) : null;
    public bool IsFew => Times.Count == 1 || Conversations < FewConversations;

    public static IReadOnlyList<PlaceYear> Of(IEnumerable<StandOutcome> outcomes) =>
        [.. outcomes.GroupBy(o => (o.Venue, Place: o.Venue is null ? AppDb.Folded(o.Place) : "", o.Year)).Select(g => new PlaceYear(g.Key.Venue, g.First().Place, g.Key.Year, [.. g]))];
}
