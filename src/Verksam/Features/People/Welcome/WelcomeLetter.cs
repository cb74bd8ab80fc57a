using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Welcome;

/// <summary>Tells a contact person how many wait, and until when. No names: that somebody joined is for nobody's mailbox.</summary>
internal sealed class WelcomeLetter(AppDb db, IWaysIn ways, Installation installation, OurTime time, Texts texts) : ILetterKind
{
    public const string KindName = "welcome";

    public string Kind => KindName;

    public string NameKey => "Welcome.Letter.Name";

    public string WhenEmpty => "nothing-left";

    // hours may have passed since it was written: only who still waits for this one is counted
    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var person = new Id<Person>(letter.To);
        var due = await db.WelcomeCases.Where(c => c.ContactId == person && c.EndedOn == null).OrderBy(c => c.Due).Select(c => c.Due).ToListAsync(cancelled);
        if (due.Count == 0 || await ways.Of(person) is not { } way)
            return null;
        var name = await db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancelled);
        var how = texts.Capital(texts.Count("Welcome.Letter.Waiting", due.Count));
        var when = due[0] < time.Today ? texts.Capital(texts.Count("Welcome.Letter.Late", due.Count(d => d < time.Today)))
            : due[0] == time.Today ? texts["Welcome.Letter.Today"] : texts["Welcome.Letter.Until", time.Day(due[0])];
        return new Composed(way.Email, name, texts["Welcome.Letter.Subject"], texts["Welcome.Letter.Text", name, how, when, installation.PublicUrl]);
    }
}

/// <summary>Tells a board, or those above it, that somebody new in a unit has waited too long.</summary>
internal sealed class LateLetter(AppDb db, IWaysIn ways, Installation installation, OurTime time, Texts texts) : ILetterKind
{
    public const string KindName = "welcome-late";

    public string Kind => KindName;

    public string NameKey => "Welcome.Late.Name";

    public string WhenEmpty => "nothing-left";

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var (person, today) = (new Id<Person>(letter.To), time.Today);
        if (letter.Secret is null || await ways.Of(person) is not { } way)
            return null;
        var unit = Id<Structure.Unit>.Parse(letter.Secret, null);
        var where = await db.Units.SingleAsync(u => u.Id == unit, cancelled);
        var late = await db.WelcomeCases.Where(c => c.UnitId == unit && c.EndedOn == null && c.Due < today).Select(c => c.Since).ToListAsync(cancelled);
        if (late.Count == 0)
            return null;
        var name = await db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancelled);
        return new Composed(way.Email, name, texts["Welcome.Late.Subject", where.Name], texts["Welcome.Late.Text", name, where.Name,
            texts.Count("Welcome.Late.Count", late.Count), today.DayNumber - late.Min().DayNumber, $"{installation.PublicUrl}/nya-medlemmar?enhet={where.Slug}"]);
    }
}
