using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Reach;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Welcome;

/// <summary>Somebody met the organisation, at a door or in a street, and wants to hear more: how to reach them, and the words they said yes to.</summary>
/// <param name="Unit">Where one who is new belongs.</param>
/// <param name="Said">What was read aloud, and answered with yes.</param>
/// <param name="Occasion">Where it was: the title of a gathering.</param>
/// <param name="Words">What one wants, for whoever calls.</param>
internal sealed record Hand(Id<Unit> Unit, string? Name, WayKind Kind, string Value, string Said, string Occasion, DateTimeOffset At, string? Words = null)
{
    /// <summary>An address or a number, whichever is written. Nothing written is null and no fault.</summary>
    public static Refusal? Read(string? written, out WayKind kind, out string? value)
    {
        kind = written?.Contains('@', StringComparison.Ordinal) == true ? WayKind.Email : WayKind.Phone;
        return Written.Way(kind, written, out value);
    }
}

/// <summary>
/// Keeps one who has raised a hand, so that somebody follows it up: a contact of the register and a case of the welcome queue. Whoever is known by
/// that address or number, and that first name where one is said, is not written twice, and nobody is told that they were known.
/// </summary>
internal sealed class HandRaised(AppDb db)
{
    /// <summary>Saves nothing: it goes with the act of whoever asks, who lets the desk settle afterwards (<see cref="WelcomeDesk"/>).</summary>
    public async Task<Person> Take(Hand hand)
    {
        var person = await Known(hand);
        if (person is null)
        {
            person = Person.Welcome(OneLine.OrNull(hand.Name) ?? hand.Value, null, null, hand.Unit);
            person.Reach(hand.Kind, hand.Value);
            db.People.Add(person);
        }
        db.Consents.Add(new Consent(person.Id, hand.Said, OneLine.Of(hand.Occasion), hand.At));
        if (!await Belongs(person))
            await Queue(person, hand.Words);
        return person;
    }

    // an address that a household shares: whoever has that first name, and nobody of another; what one says yes to is kept of nobody else
    private async Task<Person?> Known(Hand hand)
    {
        var folded = Way.Fold(hand.Kind, hand.Value);
        var all = await db.People.Where(p => db.Ways.Any(w => w.PersonId == p.Id && w.Kind == hand.Kind && w.Folded == folded)).OrderBy(p => p.Id).ToListAsync();
        return OneLine.OrNull(hand.Name)?.Split(' ')[0] is { } first ? all.Find(p => AppDb.Folded(p.First) == AppDb.Folded(first)) : all.FirstOrDefault();
    }

    /// <summary>A member has no need of a welcome; who was nothing, or has left, is a contact from today.</summary>
    private async Task<bool> Belongs(Person person)
    {
        var today = OurTime.DayOf(db.Clock.GetUtcNow());
        var history = new BelongingOf(person, await db.Relations.Where(r => r.PersonId == person.Id).ToListAsync());
        if (history.On(today) is { Kind: not RelationKind.Former } now)
            return now.Kind == RelationKind.Member;
        if (history.Become(RelationKind.Contact, person.UnitId, today, today, null, out var began, out var gone) is not null)
            return false;
        if (gone is not null)
            db.Relations.Remove(gone);
        db.Relations.Add(began!);
        return false;
    }

    private async Task Queue(Person person, string? words)
    {
        if (await db.WelcomeCases.Where(c => c.PersonId == person.Id && c.EndedOn == null).OrderBy(c => c.Id).FirstOrDefaultAsync() is { } open)
        {
            open.SaysToo(words);
            return;
        }
        var path = await db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Path).SingleAsync();
        db.WelcomeCases.Add(WelcomeCase.RaisedHand(person.Id, person.UnitId, words, OurTime.DayOf(db.Clock.GetUtcNow()), (await db.RulesOf(path)).Days));
    }
}
