using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Today;

/// <summary>Every morning a letter each to those who want the list. The key holds the day: run twice, or on two nodes, it is one.</summary>
internal sealed class MorningRound(AppDb db) : IJob
{
    public const string JobName = "morning-letters";

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var day = OurTime.DayOf(dueAt);
        foreach (var person in await db.MorningLetters.OrderBy(m => m.Id).Select(m => m.PersonId).ToListAsync(cancelled))
        {
            var letter = MorningLetterKind.Write(person, day, db.Clock.GetUtcNow());
            if (await db.Letters.AnyAsync(l => l.Key == letter.Key, cancelled))
                continue;
            db.Letters.Add(letter);
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
}

/// <summary>The list as it is when the letter leaves, each line with where it is done. With nothing on it there is no letter.</summary>
internal sealed class MorningLetterKind(AppDb db, InNameOf others, IWaysIn ways, Installation installation, Texts texts) : ILetterKind
{
    private const string KindName = "today";

    private const int Most = 12;

    public string Kind => KindName;

    public string NameKey => "Today.Letter.Name";

    public string WhenEmpty => "nothing-left";

    public static Letter Write(Id<Person> person, DateOnly day, DateTimeOffset now) => new(KindName, person.Value, now, key: string.Create(CultureInfo.InvariantCulture, $"{KindName} {person.Value:N} {day:yyyy-MM-dd}"));

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var person = new Id<Person>(letter.To);
        if (!await db.MorningLetters.AnyAsync(m => m.PersonId == person, cancelled) || await ways.Of(person) is not { } way
            || await others.Do(person, Listed) is not { Items.Count: > 0 } list)
            return null;
        var first = await db.People.Where(p => p.Id == person).Select(p => p.First).SingleAsync(cancelled);
        return new Composed(way.Email, first, list.Counts, texts["Today.Letter.Text", first, list.Counts, string.Join("\n\n", list.Items), $"{installation.PublicUrl}/idag"]);
    }

    private async Task<Said> Listed(IServiceProvider services)
    {
        var (needs, due) = (await services.GetRequiredService<TodayList>().Now(), services.GetRequiredService<DueWords>());
        return new(needs.Count == 0 ? "" : TodayPage.Counted(texts, needs), [.. needs.Take(Most).Select(n => Item(n, due))]);
    }

    // what is done by a press is done from the page: a link only leads
    private string Item(Need need, DueWords due) => $"{due.Of(need)}: {need.Title}\n{need.Why}\n{installation.PublicUrl}{(need.Acts is [{ Url: { } url }, ..] ? url : "/idag#" + need.Key)}";

    private sealed record Said(string Counts, IReadOnlyList<string> Items);
}
