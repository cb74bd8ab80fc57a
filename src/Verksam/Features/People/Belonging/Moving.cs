using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Belonging;

/// <summary>For a page that asks only where somebody belongs: the person moves, and what the person is there moves too.</summary>
internal static class Moving
{
    /// <summary>Saved by whoever asks.</summary>
    public static async Task<Refusal?> To(AppDb db, Person person, Id<Unit> unit, DateOnly today)
    {
        var belonging = new BelongingOf(person, await db.Relations.Where(r => r.PersonId == person.Id).ToListAsync());
        if (belonging.MoveTo(unit, today, out var began, out var gone) is { } no)
            return no;
        db.Put(person, began, gone);
        return null;
    }

    /// <summary>Keeps what <see cref="BelongingOf.Become"/> came to. The person's row stands for all that hangs on it: of two who write at once, the second is told.</summary>
    public static void Put(this AppDb db, Person person, Relation? began, Relation? gone)
    {
        if (gone is not null)
            db.Relations.Remove(gone);
        if (began is null)
            return;
        db.Relations.Add(began);
        db.Entry(person).Property(p => p.UnitId).IsModified = true;
    }
}
