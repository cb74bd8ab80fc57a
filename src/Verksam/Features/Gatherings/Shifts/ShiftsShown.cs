using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>
/// The shifts of a gathering as a table, for one who looks. Those who arrange and those who stand there read whole names; others what people are called.
/// </summary>
internal sealed record ShiftsShown(Gathering Gathering, IReadOnlyList<ShiftsShown.One> All, Id<Person> Self, bool MayArrange, DateTimeOffset Now)
{
    public IReadOnlyList<DateOnly> Days { get; } = [.. All.Select(s => s.Day).Distinct().Order()];

    /// <summary>What is the same each day stands in one row.</summary>
    public IReadOnlyList<Row> Rows { get; } = [.. All.GroupBy(s => s.Row).Select(g => g.Key).OrderBy(r => r.From).ThenBy(r => r.To).ThenBy(r => r.What, StringComparer.CurrentCulture)];

    public bool IsOnRota { get; } = All.Any(s => s.Own?.State == PlaceState.Taken);

    public int Places => All.Sum(s => s.Shift.Need);
    public int Filled => All.Sum(s => s.Standing.Count);

    /// <summary>Shifts where somebody may stand who does not yet.</summary>
    public IEnumerable<One> Open => Gathering.State == GatheringState.Published ? All.Where(s => s.Starts > Now && s.Free > 0 && s.Own?.State != PlaceState.Taken) : [];

    /// <summary>Places that nobody has; to one who does not arrange, those that may be taken: of the others somebody is asked.</summary>
    public int Missing => All.Sum(Lacks);

    public int ShortShifts => All.Count(s => Lacks(s) > 0);

    public bool IsFull => All.Count > 0 && All.All(s => s.Starts <= Now || s.Shift.Need <= s.Standing.Count);

    public bool IsTold => Gathering.State is not (GatheringState.Cancelled or GatheringState.Discarded) && (All.Count > 0 || (MayArrange && !Gathering.IsOver(Now)));

    public IEnumerable<One> At(Row row, DateOnly day) => All.Where(s => s.Row == row && s.Day == day);

    /// <summary>What somebody is called by whoever looks.</summary>
    public string Name(Person person) => MayArrange || IsOnRota ? person.Name : person.First;

    private int Lacks(One shift) => shift.Starts <= Now ? 0 : MayArrange ? Math.Max(0, shift.Shift.Need - shift.Standing.Count) : shift.Free;

    public static async Task<ShiftsShown> Of(AppDb db, Gathering gathering, Id<Person> self, bool mayArrange)
    {
        var now = db.Clock.GetUtcNow();
        var shifts = await db.Shifts.AsNoTracking().Where(s => s.GatheringId == gathering.Id).OrderBy(s => s.After).ThenBy(s => s.Id).ToListAsync();
        var places = shifts.Count == 0 ? [] : (await (
            from place in db.ShiftPlaces.AsNoTracking()
            where db.Shifts.Any(s => s.Id == place.ShiftId && s.GatheringId == gathering.Id) && (place.State == PlaceState.Taken || place.State == PlaceState.Asked || place.PersonId == self)
            join person in db.People.AsNoTracking() on place.PersonId equals person.Id
            orderby place.At, place.Id
            select new { place, person }).ToListAsync()).ConvertAll(p => (Place: p.place, Person: p.person));
        var by = places.ToLookup(p => p.Place.ShiftId);
        return new ShiftsShown(gathering, [.. shifts.Select(s => One.Of(gathering, s, [.. by[s.Id]], self, now))], self, mayArrange, now);
    }

    /// <summary>A time of the day and what is done then.</summary>
    internal sealed record Row(TimeOnly From, TimeOnly To, string What)
    {
        public string Hours => $"{Hour(From)}–{Hour(To)}";

        // "10" and "10.30": as people write a rota
        private static string Hour(TimeOnly at) => at.ToString(at.Minute == 0 ? "%H" : "H.mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <param name="Free">How many may be taken: nobody stands there and nobody is asked.</param>
    /// <param name="Own">How it stands with whoever looks.</param>
    internal sealed record One(Shift Shift, DateTimeOffset Starts, DateTimeOffset Ends, IReadOnlyList<(ShiftPlace Place, Person Person)> Standing, int Asked, int Free, ShiftPlace? Own)
    {
        public DateOnly Day => OurTime.DayOf(Starts);
        public Row Row { get; } = new(TimeOnly.FromDateTime(OurTime.Here(Starts).DateTime), TimeOnly.FromDateTime(OurTime.Here(Ends).DateTime), Shift.What);

        public static One Of(Gathering gathering, Shift shift, List<(ShiftPlace Place, Person Person)> places, Id<Person> self, DateTimeOffset now)
        {
            List<(ShiftPlace, Person)> standing = [.. places.Where(p => p.Place.State == PlaceState.Taken)];
            var asked = places.Count(p => p.Place.State == PlaceState.Asked && p.Place.Until > now);
            return new One(shift, shift.Starts(gathering.Starts), shift.Ends(gathering.Starts), standing, asked, Math.Max(0, shift.Need - standing.Count - asked), places.Find(p => p.Place.PersonId == self).Place);
        }
    }
}
