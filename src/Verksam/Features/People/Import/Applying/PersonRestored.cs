using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Applying;

/// <summary>Makes somebody what they were before an import; nothing newer stands on it.</summary>
internal sealed class PersonRestored(AppDb db, Person person, Kept kept)
{
    public async Task To(Before before, CancellationToken cancelled)
    {
        Identity(before);
        person.IsNumbered(before.Number);
        person.Prefers(before.Language, person.Wish, person.DoNotCall);
        person.MoveTo(before.Unit);
        db.Entry(person).Property(p => p.UnitId).IsModified = true;
        Belonging(before);
        await Hung(before, cancelled);
    }

    private void Identity(Before before)
    {
        if (kept.Sealed.GetValueOrDefault(person.Id) is { } under)
        {
            if (before.WasProtected)
            {
                under.Put(before.Identity);
                return;
            }
            db.AddRange(person.Unseal(under));
            db.Remove(under);
        }
        PersonChange.Wear(person, before.Identity, db, kept with { Addresses = Addresses() });
    }

    // what has just come out from under the seal too
    private ILookup<Id<Person>, Reach.PostalAddress> Addresses() => kept.Addresses.SelectMany(a => a)
        .Concat(db.ChangeTracker.Entries<Reach.PostalAddress>().Where(e => e.State == EntityState.Added).Select(e => e.Entity)).Distinct().ToLookup(a => a.PersonId);

    private void Belonging(Before before)
    {
        var history = kept.Relations[person.Id].ToList();
        if (history.Find(r => r.Id == before.Began) is not { } began)
            return;
        db.Remove(began);
        history.Find(r => r.Id == before.Ended)?.GoOn();
        if (before.Replaced is { } was)
            db.Add(new Relation(person.Id, was.Kind, was.Unit, was.From, was.Why));
    }

    private async Task Hung(Before before, CancellationToken cancelled)
    {
        if (before.Paid is { } paid && await db.PaidPeriods.SingleOrDefaultAsync(p => p.Id == paid, cancelled) is { } period)
            db.Remove(period);
        if (before.Note is { } noted && await db.PersonNotes.SingleOrDefaultAsync(n => n.Id == noted, cancelled) is { } note)
            db.Remove(note);
        if (before.Tags.Count > 0)
            db.RemoveRange(await db.Taggings.Where(t => before.Tags.Contains(t.Id)).ToListAsync(cancelled));
    }
}
