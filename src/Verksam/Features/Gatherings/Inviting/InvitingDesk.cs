using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Gatherings.Inviting;

/// <summary>Writes invitations and reminders; their letters wait a while, and until they leave both can be taken back. Whoever calls saves.</summary>
internal sealed class InvitingDesk(AppDb db, CurrentUser me, SecretLinks links)
{
    /// <summary>So long what was sent at a press can be taken back.</summary>
    public static TimeSpan Pause => TimeSpan.FromMinutes(5);

    public void Invite(Gathering gathering, IEnumerable<Id<Person>> whom)
    {
        var now = db.Clock.GetUtcNow();
        foreach (var person in whom)
        {
            var invited = new GatheringInvitation(gathering.Id, person, new Id<Person>(me.PersonId), now);
            var (print, secret) = links.New();
            invited.HasLink(print, secret);
            db.GatheringInvitations.Add(invited);
            db.Letters.Add(InvitedLetter.Write(invited, now + Pause));
        }
    }

    public void Remind(IEnumerable<GatheringInvitation> invitations)
    {
        var due = db.Clock.GetUtcNow() + Pause;
        foreach (var invited in invitations)
        {
            invited.IsReminded();
            db.Letters.Add(InvitedLetter.Write(invited, due));
        }
    }

    /// <summary>What has not left yet never was: who was asked is not, and who was reminded has been so once less.</summary>
    /// <param name="reminders">Those; else the invitations.</param>
    /// <returns>How many letters stay at home.</returns>
    public async Task<int> TakeBack(Id<Gathering> gathering, bool reminders)
    {
        var now = db.Clock.GetUtcNow();
        var invited = (await db.GatheringInvitations.Where(i => i.GatheringId == gathering && i.Reminders > 0 == reminders).ToListAsync()).ToDictionary(InvitedLetter.KeyOf);
        var waiting = await db.Letters.Where(l => l.Kind == InvitedLetter.KindName && l.State == LetterState.Due && l.DueAt > now && l.LeasedUntil == null).ToListAsync();
        var letters = waiting.FindAll(l => invited.ContainsKey(l.Key!));
        foreach (var letter in letters)
        {
            if (reminders)
                invited[letter.Key!].IsNotReminded();
            else
                db.GatheringInvitations.Remove(invited[letter.Key!]);
            db.Letters.Remove(letter);
        }
        return letters.Count;
    }
}
