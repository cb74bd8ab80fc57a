using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Doing;

/// <summary>
/// Looks by night whether there is something of what people wished for, and writes to them: at most once a week each. The letter's key holds the week,
/// so that however often this is run, on however many nodes, it is one.
/// </summary>
internal sealed class WishRound(AppDb db, InNameOf others, OurTime time) : IJob
{
    public const string JobName = "wishes";

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var (now, late) = (time.Now.ToUniversalTime(), time.Now.ToUniversalTime().AddDays(-StandingWish.DaysBetween).AddHours(1)); // nights are not all as long
        foreach (var id in await db.StandingWishes.Where(w => w.ToldAt == null || w.ToldAt < late).OrderBy(w => w.Id).Select(w => w.Id).ToListAsync(cancelled))
        {
            cancelled.ThrowIfCancellationRequested();
            if (await db.StandingWishes.SingleOrDefaultAsync(w => w.Id == id, cancelled) is not { } wish || await WishLetter.Fitting(others, wish) is not { Count: > 0 })
                continue;
            wish.IsTold(now);
            db.Letters.Add(WishLetter.Write(wish, OurTime.DayOf(dueAt), now));
            await SaveUnlessWritten(cancelled);
        }
    }

    private async Task SaveUnlessWritten(CancellationToken cancelled)
    {
        try
        {
            await db.SaveChangesAsync(cancelled);
        }
        catch (DbUpdateException taken) when (Database.IsBefore(taken))
        {
            db.ChangeTracker.Clear(); // another node wrote the same
        }
    }
}

/// <summary>What there is to do of what somebody wished for, as it is when the letter leaves.</summary>
internal sealed class WishLetter(AppDb db, InNameOf others, IWaysIn ways, Installation installation, Texts texts) : ILetterKind
{
    private const string KindName = "wish";

    public string Kind => KindName;

    public string NameKey => "Doing.Letter.Name";

    public string WhenEmpty => "nothing-left";

    public static Letter Write(StandingWish wish, DateOnly day, DateTimeOffset now) =>
        new(KindName, wish.PersonId.Value, now, key: string.Create(CultureInfo.InvariantCulture, $"{KindName} {wish.PersonId.Value:N} {day:yyyy-MM-dd}"));

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var person = new Id<Person>(letter.To);
        if (await db.StandingWishes.AsNoTracking().SingleOrDefaultAsync(w => w.PersonId == person, cancelled) is not { } wish || await ways.Of(person) is not { } way
            || await Fitting(others, wish) is not { Count: > 0 } found)
            return null;
        var first = await db.People.Where(p => p.Id == person).Select(p => p.First).SingleAsync(cancelled);
        var items = string.Join("\n\n", found.Select(d => $"{d.Title}\n{d.Meta}\n{Address(d.Acts[0], wish)}"));
        return new Composed(way.Email, first, texts.Capital(texts.Count("Doing.Letter.Subject", found.Count)), texts["Doing.Letter.Text", first, items, $"{installation.PublicUrl}/min-sida"]);
    }

    public static async Task<IReadOnlyList<Doable>?> Fitting(InNameOf others, StandingWish wish) =>
        await others.Do(wish.PersonId, async services => (IReadOnlyList<Doable>)[.. (await services.GetRequiredService<Doables>().Now()).Where(d => d.Is(wish.Choice))]);

    // what is done by a press, or by the phone, is done from the page
    private string Address(DoableAct act, StandingWish wish) => installation.PublicUrl + (act.Posts || !act.Url.StartsWith('/') ? $"/min-sida?{wish.Choice.Query}" : act.Url);
}
