using Microsoft.EntityFrameworkCore;
using Verksam.Formats.Calendar;
using Verksam.Formats.Mime;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>Tells somebody which of the gatherings that concern them are otherwise, and why. Composed when it leaves: what was taken back is not in it.</summary>
internal sealed class RearrangedLetter(AppDb db, Addressees addressees, GatheringWords words, Texts texts) : ILetterKind
{
    public const string KindName = "gatherings-rearranged";

    public string Kind => KindName;

    public string NameKey => "Rearranging.Letter.Name";

    public string WhenEmpty => "nothing-left";

    /// <param name="to">A person, or a guest.</param>
    public static Letter Write(Id<Rearrangement> rearrangement, Guid to, DateTimeOffset now) =>
        new(KindName, to, now + Rearrangement.Pause, key: $"{StartOfKey(rearrangement)}{to:N}");

    public static string StartOfKey(Id<Rearrangement> rearrangement) => $"rearranged {rearrangement.Value:N} ";

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var id = letter.About<Rearrangement>();
        if (await db.Rearrangements.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancelled) is not { } done)
            return null;
        var rows = await db.RearrangedGatherings.AsNoTracking().Where(r => r.RearrangementId == id && r.State == RearrangedState.Done).ToDictionaryAsync(r => r.GatheringId, cancelled);
        if (await addressees.Find(letter.To, db.Gatherings.AsNoTracking().Where(g => rows.Keys.Contains(g.Id)), cancelled) is not { Own: [_, ..] own } to)
            return null;
        var venues = await db.Venues.AsNoTracking().Where(v => own.Select(g => g.VenueId).Contains(v.Id)).ToDictionaryAsync(v => v.Id, cancelled);
        var parts = own.Select(g => Part(done, g, rows[g.Id], g.VenueId is { } venue ? venues[venue] : null, to));
        return new Composed(to.Email, to.Name,
            own is [var only] ? texts["Rearranging.Letter.SubjectOne", only.Title] : texts["Rearranging.Letter.Subject", own.Count],
            texts["Rearranging.Letter.Text", to.First, done.Why, string.Join("\n\n", parts)])
        { Attachments = [await Calendar(to, venues, cancelled)] };
    }

    // as each is now, with the same id and a higher number: what stands in a calendar is put right
    private async Task<MimeAttachment> Calendar(Addressee to, IReadOnlyDictionary<Id<Venue>, Venue> venues, CancellationToken cancelled)
    {
        var keepers = to.Own.Select(g => g.UnitId).ToHashSet();
        var units = await db.Units.Where(u => keepers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancelled);
        return GatheringFile.Attached(to.Own is [var only] ? only.Title : texts["Gatherings.Menu"], to.Own.Select(Entry));

        CalendarEntry Entry(Gathering g)
        {
            var entry = GatheringFile.Entry(g, units[g.UnitId], words.Where(g, g.VenueId is { } venue ? venues[venue] : null), new Uri(to.Page(g))).With(g, to.HasLink(g));
            return to.Waits(g) && entry.Status == EntryStatus.Confirmed ? entry with { Status = EntryStatus.Tentative } : entry;
        }
    }

    // what it is, how it was, how it is now, and its page
    private string Part(Rearrangement done, Gathering gathering, RearrangedGathering before, Venue? venue, Addressee to)
    {
        var link = to.HasLink(gathering) ? gathering.Link : texts[to.Waits(gathering) ? "Rearranging.Letter.LinkLater" : "Rearranging.Letter.LinkComing"];
        var now = done.Kind switch
        {
            RearrangeKind.Cancel => texts["Rearranging.Letter.Cancel"],
            RearrangeKind.Resume => texts["Rearranging.Letter.Resume", words.Moment(gathering)],
            RearrangeKind.Move => texts["Rearranging.Letter.Move", words.Moment(gathering)],
            RearrangeKind.Place => texts["Rearranging.Letter.Place", words.Where(gathering, venue)],
            RearrangeKind.Digital => texts["Rearranging.Letter.Digital", link],
            _ => texts["Rearranging.Letter.Hybrid", link],
        };
        return $"{gathering.Title}, {words.Days(before.Starts, before.Ends)} {GatheringWords.Hours(before.Starts, before.Ends)}\n{now}\n{to.Url(gathering)}";
    }
}
