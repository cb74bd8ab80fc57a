using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Formats.Calendar;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>
/// Gatherings as calendars to subscribe to. The same gatherings give the same bytes: nothing in them says when they were asked for. Who comes
/// is in none of them.
/// </summary>
internal sealed class CalendarFeeds(AppDb db, CurrentUser me, Seen seen, OurTime time, CalendarFeeds.Parts parts)
{
    // what was cancelled stays as long as what has been: calendars cross it out instead of losing it without a word
    private const int DaysBack = 60, MonthsAhead = 18;

    private static readonly TimeSpan AskAgain = TimeSpan.FromHours(1);

    /// <summary>What stands open for anybody: all of it, or what a unit and those below it arrange.</summary>
    public ValueTask<byte[]> Public(Unit unit) =>
        parts.Kept.Get((nameof(CalendarFeeds), unit.Id, time.Today, CultureInfo.CurrentUICulture.Name), async () =>
        {
            var url = parts.Installation.PublicUrl + "/kalender";
            var rows = await Read(db.Gatherings.Public().ArrangedIn(unit, db));
            return Write(parts.Texts["Calendars.Feed.Public", unit.Name], new Uri(url + (unit.IsRoot ? "" : $"?var={unit.Slug}")), rows.Select(r => Entry(r, $"{url}/{r.Gathering.Id}")));
        });

    /// <summary>
    /// What whoever asks may see today, or is part of, and the shifts they stand on. The link to an online meeting is in it only where they come.
    /// </summary>
    public async Task<byte[]> Own(CalendarChoice choice)
    {
        var (self, url) = (new Id<Person>(me.PersonId), parts.Installation.PublicUrl + "/aktiviteter");
        var own = await db.SignUps.AsNoTracking().Where(s => s.PersonId == self && s.State != SignUpState.Left).ToDictionaryAsync(s => s.GatheringId, s => s.State);
        var may = me.Can(Permission.SeePlan);
        var rows = may ? await Read(choice == CalendarChoice.All ? await seen.All() : (await seen.All()).With(self, db)) : [];
        var shifts = may ? await OwnShift.Of(db, Near(db.Gatherings), self) : [];
        return Write(parts.Texts["Calendars.Feed.Own", (await parts.Brand.Now()).Name], new Uri(url),
            rows.Select(r => For(Entry(r, $"{url}/{r.Gathering.Id}"), r.Gathering, own.TryGetValue(r.Gathering.Id, out var state) ? state : null)).Concat(shifts.Select(Entry)));
    }

    private async Task<IReadOnlyList<Row>> Read(IQueryable<Gathering> gatherings) => await (
        from g in Near(gatherings).AsNoTracking()
        where g.State != GatheringState.Draft
        join unit in db.Units on g.UnitId equals unit.Id
        join venue in db.Venues on g.VenueId equals venue.Id into at
        from venue in at.DefaultIfEmpty()
        orderby g.Starts, g.Id
        select new Row(g, unit.Name, venue)).ToListAsync();

    private IQueryable<Gathering> Near(IQueryable<Gathering> gatherings)
    {
        var (since, till) = (OurTime.EndOf(time.Today.AddDays(-DaysBack - 1)), OurTime.EndOf(time.Today.AddMonths(MonthsAhead)));
        return gatherings.Where(g => g.Ends > since && g.Starts < till);
    }

    private CalendarEntry Entry(Row row, string page) => Named(GatheringFile.Entry(row.Gathering, row.Unit, parts.Words.Where(row.Gathering, row.Venue), new Uri(page)));

    private CalendarEntry Entry(OwnShift own)
    {
        var entry = GatheringFile.Entry(own.Gathering, own.Unit, parts.Words.Where(own.Gathering, own.Venue), new Uri(parts.Installation.PublicUrl + own.Url));
        return Named(entry with
        {
            Uid = $"{own.Place.Id}@verksam",
            Summary = parts.Texts["Calendars.Shift", own.Shift.What, own.Gathering.Title],
            Sequence = own.Sequence,
            Stamp = own.ChangedAt,
            LastModified = own.ChangedAt,
            Created = null,
            When = new HoursSpan(own.Starts, own.Ends),
        });
    }

    // not all programs show that something is cancelled: its name says so too
    private CalendarEntry Named(CalendarEntry entry) => entry.Status == EntryStatus.Cancelled ? entry with { Summary = parts.Texts["Calendars.Feed.Cancelled", entry.Summary] } : entry;

    private static CalendarEntry For(CalendarEntry entry, Gathering gathering, SignUpState? state) => entry with
    {
        Conference = state == SignUpState.Coming && gathering.Link is { } link ? new CalendarConference(new Uri(link)) : null,
        Status = entry.Status == EntryStatus.Confirmed && state is not (null or SignUpState.Coming) ? EntryStatus.Tentative : entry.Status,
    };

    private static byte[] Write(string name, Uri page, IEnumerable<CalendarEntry> entries) => CalendarWriter.Write(new CalendarFeed
    {
        ProductId = GatheringFile.Product,
        Name = name,
        Url = page,
        RefreshInterval = AskAgain,
        Zone = OurTime.Zone,
        Entries = [.. entries],
    });

    internal sealed record Parts(GatheringWords Words, Texts Texts, Installation Installation, Kept Kept, IBrand Brand);

    private sealed record Row(Gathering Gathering, string Unit, Venue? Venue);
}
