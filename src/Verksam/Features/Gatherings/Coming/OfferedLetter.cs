using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Tells somebody who waits that a seat is free, and until when it is held.</summary>
internal sealed class OfferedLetter(AppDb db, GatheringWords words, Installation installation, Texts texts) : ILetterKind
{
    public const string KindName = "seat-offered";

    public string Kind => KindName;

    public string NameKey => "Coming.Letter.Name";

    public string WhenEmpty => "nothing-left";

    // who waits again may be offered again: the moment is in the key
    public static Letter Write(SignUp offered, DateTimeOffset now) =>
        new(KindName, offered.PersonId.Value, now, key: $"offered {offered.Id.Value:N} {now.ToUnixTimeMilliseconds()}");

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var id = new Id<SignUp>(Guid.ParseExact(letter.Key!.Split(' ')[1], "N"));
        var found = await (
            from own in db.SignUps
            where own.Id == id && own.State == SignUpState.Offered
            join person in db.People on own.PersonId equals person.Id
            join gathering in db.Gatherings on own.GatheringId equals gathering.Id
            select new { own, person, gathering }).AsNoTracking().SingleOrDefaultAsync(cancelled);
        if (found?.person.Email is not { } email || found.own.Until is not { } until)
            return null;
        return new Composed(email, found.person.Name, texts["Coming.Letter.Subject", found.gathering.Title],
            texts["Coming.Letter.Text", found.person.First, found.gathering.Title, words.Moment(found.gathering), words.Instant(until), $"{installation.PublicUrl}/aktiviteter/{found.gathering.Id}#anmal"]);
    }
}
