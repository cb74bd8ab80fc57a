using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Inviting;

/// <summary>Asks somebody to come, and once more when they have not answered. Who has answered meanwhile, or signed up, gets none.</summary>
internal sealed class InvitedLetter(AppDb db, SecretLinks links, GatheringWords words, Texts texts) : ILetterKind
{
    public const string KindName = "gathering-invited";

    public string Kind => KindName;

    public string NameKey => "Inviting.Letter.Name";

    public string WhenEmpty => "nothing-left";

    /// <param name="now">A reminder is a letter of its own.</param>
    public static Letter Write(GatheringInvitation invited, DateTimeOffset now) => new(KindName, invited.PersonId.Value, now, key: KeyOf(invited));

    /// <summary>Of the last that was written.</summary>
    public static string KeyOf(GatheringInvitation invited) => $"invited {invited.Id.Value:N} {invited.Reminders}";

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var id = letter.About<GatheringInvitation>();
        var now = db.Clock.GetUtcNow();
        var found = await (
            from invited in db.GatheringInvitations
            where invited.Id == id && invited.Answer == null && !db.SignUps.Any(s => s.GatheringId == invited.GatheringId && s.PersonId == invited.PersonId && s.State != SignUpState.Left)
            join person in db.People on invited.PersonId equals person.Id
            join gathering in db.Gatherings on invited.GatheringId equals gathering.Id
            where gathering.State == GatheringState.Published && gathering.Starts > now
            select new { invited, person, gathering }).AsNoTracking().SingleOrDefaultAsync(cancelled);
        if (found is not { person.Email: { } email, invited.LinkSealed: { } secret })
            return null;
        var (g, who) = (found.gathering, found.person);
        var venue = await db.PlaceOf(g, cancelled);
        var again = !letter.Key!.EndsWith(" 0", StringComparison.Ordinal);
        return new Composed(email, who.Name, texts[again ? "Inviting.Letter.Again" : "Inviting.Letter.Subject", g.Title],
            texts["Inviting.Letter.Text", who.First, g.Title, words.Moment(g), words.Where(g, venue), g.Lead, links.Url("inbjudan", secret)]);
    }
}
