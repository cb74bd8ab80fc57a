using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Tells somebody who waits that a seat is free, and until when it is held.</summary>
internal sealed class OfferedLetter(Comers comers, GatheringWords words, Texts texts) : ILetterKind
{
    public const string KindName = "seat-offered";

    public string Kind => KindName;

    public string NameKey => "Coming.Letter.Name";

    public string WhenEmpty => "nothing-left";

    // who waits again may be offered again: the moment is in the key
    public static Letter Write(SignUp offered, DateTimeOffset now) =>
        new(KindName, offered.AddressedTo, now, key: $"offered {offered.Id.Value:N} {now.ToUnixTimeMilliseconds()}");

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var id = letter.About<SignUp>();
        if (await comers.Find(id, cancelled) is not { SignUp: { State: SignUpState.Offered, Until: { } until } } to)
            return null;
        return new Composed(to.Email, to.Name, texts["Coming.Letter.Subject", to.Gathering.Title],
            texts["Coming.Letter.Text", to.First, to.Gathering.Title, words.Moment(to.Gathering), words.Instant(until), to.Url]);
    }
}
