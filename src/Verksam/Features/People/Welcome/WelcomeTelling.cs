using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Reach;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Welcome;

/// <summary>What came of a call, with all that follows from it, in one save; and the way back.</summary>
internal sealed class WelcomeTelling(AppDb db, WelcomeCase of, Person person, Id<Person> by, DateTimeOffset now)
{
    private DateOnly Today => OurTime.DayOf(now);

    public Refusal? Tell(CallOutcome outcome, WelcomePage.Form said, Invite? invite, IReadOnlyList<Skill> skills, out WelcomeTry? made)
    {
        if (of.Tell(outcome, by, said.Again, now, out made) is { } refusal)
            return refusal;
        var talked = outcome is CallOutcome.Reached or CallOutcome.WantsTo;
        var way = outcome == CallOutcome.WrongNumber ? person.WaysOf(WayKind.Phone).FirstOrDefault(w => w.IsUsable) : null;
        var traces = new WelcomeTry.Traces(
            Note(said.Note)?.Id.Value, way?.Id.Value, way?.State ?? WayState.Untried,
            talked ? Wants(skills.Where(s => said.Skills.Contains(s.Id.Value))) : null,
            outcome == CallOutcome.DoesNotWant && !person.DoNotCall,
            talked && said.Invite && Invite(invite, false, out var given) is null ? given!.Id.Value : null);
        if (way is not null)
            person.Note(way, WayState.Wrong, Today);
        if (traces.Silenced)
            person.Prefers(person.Language, person.Wish, doNotCall: true);
        made!.Leave(traces);
        db.WelcomeTries.Add(made);
        return null;
    }

    public Refusal? Invite(Invite? to, bool already, out WelcomeInvitation? given)
    {
        given = null;
        if (to is null)
            return WelcomeRefusals.NothingToInviteTo;
        if (already)
            return WelcomeRefusals.InvitedAlready;
        db.WelcomeInvitations.Add(given = new WelcomeInvitation(of, to, by, now));
        if (person.Email is not null)
            db.Letters.Add(BidLetter.Write(given, now));
        return null;
    }

    /// <summary>False when the invitation's letter had left already: that it was sent stays true.</summary>
    public async Task<bool> TakeBack(WelcomeTry made)
    {
        var left = made.Left;
        of.TakeBack(made);
        db.WelcomeTries.Remove(made);
        if (person.Ways.FirstOrDefault(w => w.Id.Value == left.Way) is { } way)
            person.Note(way, left.WayWas, Today);
        if (left.Silenced)
            person.Prefers(person.Language, person.Wish, doNotCall: false);
        await Remove(db.PersonNotes, left.Note);
        foreach (var skill in left.Skills ?? [])
            await Remove(db.PersonSkills, skill);
        return left.Invitation is not { } invitation || await TakeBack(invitation);
    }

    private async Task<bool> TakeBack(Guid invitation)
    {
        var key = BidLetter.KeyOf(invitation);
        var letter = await db.Letters.SingleOrDefaultAsync(l => l.Key == key);
        if (letter is { State: LetterState.Sent })
            return false;
        letter?.Skip("taken-back");
        await Remove(db.WelcomeInvitations, invitation);
        return true;
    }

    private static async Task Remove<T>(DbSet<T> rows, Guid? id) where T : Entity<T>
    {
        if (id is { } known && await rows.FindAsync(new Id<T>(known)) is { } row)
            rows.Remove(row);
    }

    private PersonNote? Note(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var note = new PersonNote(person.Id, by, text.Trim(), now);
        db.PersonNotes.Add(note);
        return note;
    }

    // what the person has said before stands; only what is new is written, and taken back if it was a mistake
    private List<Guid> Wants(IEnumerable<Skill> skills)
    {
        var ids = skills.Select(s => s.Id).ToList();
        var known = db.PersonSkills.Where(s => s.PersonId == person.Id && ids.Contains(s.SkillId)).Select(s => s.SkillId).ToHashSet();
        var fresh = ids.Where(id => !known.Contains(id)).Select(id => new PersonSkill(person.Id, id) { Likes = true }).ToList();
        db.PersonSkills.AddRange(fresh);
        return fresh.ConvertAll(s => s.Id.Value);
    }
}

internal static class SkillsThere
{
    /// <summary>What people in a unit are asked whether they like to do: its own, and those of the units above.</summary>
    public static Task<List<Skill>> SkillsIn(this AppDb db, string path)
    {
        var line = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => Id<Unit>.Parse(id, null)).ToList();
        return db.Skills.Where(s => line.Contains(s.UnitId) && s.RetiredOn == null).OrderBy(s => s.Order).ThenBy(s => s.Name).AsNoTracking().ToListAsync();
    }
}
