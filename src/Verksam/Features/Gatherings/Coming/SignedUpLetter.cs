using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Messages;
using Verksam.Formats.Mime;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Says how it stands with somebody's sign-up: comes, waits, or does not come after all; with the link to change it.</summary>
internal sealed class SignedUpLetter(AppDb db, Comers comers, Chain chain, GatheringWords words, Texts texts) : ILetterKind
{
    public const string KindName = "signed-up";

    public string Kind => KindName;

    public string NameKey => "Coming.Confirm.Name";

    public string WhenEmpty => "nothing-left";

    public static string StartOfKey(Id<SignUp> own) => $"signed-up {own.Value:N} ";

    public static Letter Write(SignUp own, DateTimeOffset now) => new(KindName, own.AddressedTo, now, key: $"{StartOfKey(own.Id)}{Id<Letter>.New()}");

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var id = letter.About<SignUp>();
        if (await comers.Find(id, cancelled) is not { } to || to.SignUp.State == SignUpState.Offered)
            return null; // of an offer another letter tells
        var (g, state) = (to.Gathering, to.SignUp.State);
        var chosen = await chain.Of(MessageStep.Confirmed, g.Kind);
        if (chosen.IsOff && to.SignUp.PersonId is not null)
            return null; // a guest needs the link
        var venue = await db.PlaceOf(g, cancelled);
        var said = state switch
        {
            SignUpState.Coming => texts[g.IsDigital ? "Coming.Confirm.ComingOnline" : "Coming.Confirm.Coming", words.Moment(g), words.Where(g, venue), g.Link],
            SignUpState.Waiting => texts["Coming.Confirm.Waiting", words.Moment(g)],
            _ => texts["Coming.Confirm.Left"],
        };
        if (to.SignUp is { Companions: > 0, State: not SignUpState.Left } together)
            said = $"{said}\n\n{texts["Coming.Confirm.With", together.Companions + 1]}";
        return new Composed(to.Email, to.Name, texts[$"Coming.Confirm.Subject.{state}", g.Title], texts["Coming.Confirm.Text", to.First, state == SignUpState.Coming ? $"{chosen.Words}\n\n{said}" : said, to.Url])
        { Attachments = state == SignUpState.Coming ? [await Calendar(to, words.Where(g, venue), cancelled)] : [] };
    }

    private async Task<MimeAttachment> Calendar(Comer to, string where, CancellationToken cancelled)
    {
        var unit = await db.Units.Where(u => u.Id == to.Gathering.UnitId).Select(u => u.Name).SingleAsync(cancelled);
        return GatheringFile.Attached(to.Gathering.Title, [GatheringFile.Entry(to.Gathering, unit, where, new Uri(to.Page)).With(to.Gathering, hasLink: true)]);
    }
}
