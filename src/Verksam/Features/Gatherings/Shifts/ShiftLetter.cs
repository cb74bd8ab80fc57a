using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>What a letter about a shift tells. Kept as a word in the key of the letter: never rename.</summary>
internal enum ShiftNews
{
    /// <summary>Can you stand there?</summary>
    Asked,

    /// <summary>Somebody who stands there asks you to.</summary>
    Swap,

    /// <summary>Somebody has taken over your place.</summary>
    Over,

    /// <summary>Those who arrange have put you there.</summary>
    On,

    /// <summary>And have taken you off.</summary>
    Off,

    /// <summary>Your shift is at another time.</summary>
    Moved,

    /// <summary>To whoever is asked about the gathering: somebody does not stand there any more.</summary>
    Left,

    /// <summary>To the same: everybody in line has been asked, and a place is open.</summary>
    Nobody,

    /// <summary>You stand there tomorrow.</summary>
    Tomorrow,
}

/// <summary>Tells somebody of a shift. It waits for a moment, so that what is taken back is told to nobody, and is composed as it leaves.</summary>
internal sealed class ShiftLetter(AppDb db, GatheringWords words, Installation installation, Texts texts) : ILetterKind
{
    public const string KindName = "shift";

    public string Kind => KindName;

    public string NameKey => "Shifts.Letter.Name";

    public string WhenEmpty => "nothing-left";

    // who was asked may be asked again: the moment is in the key
    public static Letter Write(ShiftNews news, ShiftPlace about, Id<Person> to, DateTimeOffset now) =>
        new(KindName, to.Value, now + ShiftPlace.Pause, key: $"{news} {about.Id.Value:N} {to.Value:N} {now.ToUnixTimeMilliseconds()}");

    /// <summary>The day before. The shift's time is in the key: once, and again when it was moved.</summary>
    public static Letter Remind(ShiftPlace about, DateTimeOffset starts, DateTimeOffset now) =>
        new(KindName, about.PersonId.Value, now, key: $"{ShiftNews.Tomorrow} {about.Id.Value:N} {about.PersonId.Value:N} {starts.ToUnixTimeMilliseconds()}");

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var (news, id, to) = (Enum.Parse<ShiftNews>(letter.Key!.Split(' ')[0]), new Id<ShiftPlace>(Guid.ParseExact(letter.Key.Split(' ')[1], "N")), new Id<Person>(letter.To));
        var found = await (
            from place in db.ShiftPlaces
            where place.Id == id
            join shift in db.Shifts on place.ShiftId equals shift.Id
            join gathering in db.Gatherings on shift.GatheringId equals gathering.Id
            where gathering.State == GatheringState.Published
            join person in db.People on place.PersonId equals person.Id
            select new { place, shift, gathering, person }).AsNoTracking().SingleOrDefaultAsync(cancelled);
        var reader = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == to, cancelled);
        if (found is null || reader?.Email is not { } email || !IsStillSo(news, found.place, to, found.shift.Starts(found.gathering.Starts))
            || (news == ShiftNews.Tomorrow && !letter.Key.EndsWith($" {found.shift.Starts(found.gathering.Starts).ToUnixTimeMilliseconds()}", StringComparison.Ordinal)))
            return null;
        var (g, shift1) = (found.gathering, found.shift);
        var when = words.Moment(shift1.Starts(g.Starts), shift1.Ends(g.Starts));
        var url = $"{installation.PublicUrl}/aktiviteter/{g.Id}/{(news is ShiftNews.Left or ShiftNews.Nobody ? "pass" : "mitt-pass")}/{shift1.Id}";
        return new Composed(email, reader.Name, texts[$"Shifts.Letter.{news}.Subject", g.Title, when],
            texts[$"Shifts.Letter.{news}.Text", reader.First, g.Title, when, shift1.What, found.person.First, found.place.Until is { } until ? words.Instant(until) : "", url, await Contact(g, cancelled)]);
    }

    private bool IsStillSo(ShiftNews news, ShiftPlace place, Id<Person> to, DateTimeOffset starts) => starts > db.Clock.GetUtcNow() && news switch
    {
        ShiftNews.Asked => place.State == PlaceState.Asked,
        ShiftNews.Swap => place.IsUpFor(to),
        ShiftNews.On or ShiftNews.Moved or ShiftNews.Tomorrow => place.State == PlaceState.Taken,
        _ => place.State != PlaceState.Taken,
    };

    // who cannot get in rings
    private async Task<string> Contact(Gathering gathering, CancellationToken cancelled)
    {
        var contact = await db.People.AsNoTracking().Where(p => p.Id == gathering.ContactId && !p.IsProtected).Select(p => new { p.Name, p.Phone }).SingleOrDefaultAsync(cancelled);
        return contact?.Phone is { } phone ? texts["Shifts.Letter.Contact", contact.Name, phone] : "";
    }
}
