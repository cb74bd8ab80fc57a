using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Welcome;

/// <summary>To somebody new: what one is invited to, by whom, and how to answer.</summary>
internal sealed class BidLetter(AppDb db, Texts texts) : ILetterKind
{
    public const string KindName = "welcome-invitation";

    /// <summary>So long the invitation can be taken back unseen.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    public string Kind => KindName;

    public string NameKey => "Welcome.Bid.Name";

    public static Letter Write(WelcomeInvitation invitation, DateTimeOffset now) => new(KindName, invitation.PersonId.Value, now + Pause, key: KeyOf(invitation.Id.Value));

    public static string KeyOf(Guid invitation) => $"{KindName}:{invitation}";

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var id = Id<WelcomeInvitation>.Parse(letter.Key!.Split(':')[1], null);
        var found = await (
            from invitation in db.WelcomeInvitations
            where invitation.Id == id
            join person in db.People on invitation.PersonId equals person.Id
            join unit in db.Units on person.UnitId equals unit.Id
            from inviter in db.People.Where(p => p.Id == invitation.ById).DefaultIfEmpty()
            select new { invitation, person, unit, Inviter = inviter == null ? null : inviter.Name }).AsNoTracking().SingleOrDefaultAsync(cancelled);
        if (found?.person.Email is not { } email)
            return null;
        var (bid, home) = (found.invitation, found.unit);
        var answer = string.Join(", ", new[] { home.ContactPhone, home.ContactEmail }.OfType<string>());
        return new Composed(email, found.person.Name, texts["Welcome.Bid.Subject", bid.What],
            texts["Welcome.Bid.Text", found.person.First, found.Inviter ?? home.Name, bid.What, bid.When, bid.Where, home.Name]
            + (answer.Length == 0 ? "" : "\n\n" + texts["Welcome.Bid.Answer", answer]));
    }
}
