using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>Which letters have gone for a gathering, to whom, and which have not and why. A letter stands as a row (<see cref="Letter"/>) with what it is about in its key.</summary>
internal sealed class Sendings(AppDb db, Chain chain, IEnumerable<ILetterKind> kinds, Texts texts)
{
    public async Task<IReadOnlyList<Sending>> Of(Gathering gathering)
    {
        var (about, people) = await Concerned(gathering);
        var to = people.Keys.ToList();
        var letters = await db.Letters.AsNoTracking().Where(l => l.Key != null && to.Contains(l.To)).OrderBy(l => l.SentAt ?? l.DueAt).ThenBy(l => l.Id).ToListAsync();
        return [.. letters.Where(l => l.Key!.Split(' ') is [_, var id, ..] && Guid.TryParseExact(id, "N", out var thing) && about.Contains(thing))
            .GroupBy(Called).Select(g => new Sending(g.Key, [.. g.Select(l => Row(l, people[l.To]))]))];
    }

    /// <summary>Those of the chain that are still to be written: when each goes, or null when it is not sent.</summary>
    public async Task<IReadOnlyList<(MessageStep Step, DateOnly? On)>> ToCome(Gathering gathering)
    {
        var (now, rows) = (db.Clock.GetUtcNow(), new List<(MessageStep, DateOnly?)>());
        var (first, last) = (OurTime.DayOf(gathering.Starts), GatheringWords.LastDay(gathering.Starts, gathering.Ends));
        foreach (var (step, day) in new[] { (MessageStep.DayBefore, first.AddDays(-1)), (MessageStep.SameDay, first), (MessageStep.Thanks, last.AddDays(1)) })
        {
            if (gathering.State is not (GatheringState.Cancelled or GatheringState.Draft) && OurTime.At(day, MessageRound.Hour) > now)
                rows.Add((step, (await chain.Of(step, gathering.Kind)).IsOff ? null : day));
        }
        return rows;
    }

    // the step where there is one, else the kind: what one calls it
    private string Called(Letter letter) => letter.Kind == StepLetter.KindName ? texts[$"Messages.Step.{letter.Key!.Split(' ')[0]}"]
        : kinds.FirstOrDefault(k => k.Kind == letter.Kind)?.NameKey is { } key ? texts[key] : letter.Kind;

    private SendingRow Row(Letter letter, Recipient to) => new(to.Name ?? texts["Coming.Forgotten"], letter.State, letter.SentAt ?? letter.DueAt,
        letter.Reason is { } why && letter.State != LetterState.Sent ? LetterReasons.Of(why, texts) : null, to.Phone, to.Person)
    {
        IsMissed = letter.State == LetterState.Failed || (letter.State == LetterState.Skipped && letter.Reason == LetterReasons.NoAddress),
    };

    // what a letter may be about, and whom it may be to
    private async Task<(HashSet<Guid> About, Dictionary<Guid, Recipient> People)> Concerned(Gathering gathering)
    {
        var id = gathering.Id;
        var signUps = await db.SignUps.AsNoTracking().Where(s => s.GatheringId == id).ToListAsync();
        var invited = await db.GatheringInvitations.AsNoTracking().Where(i => i.GatheringId == id).Select(i => new { i.Id, i.PersonId }).ToListAsync();
        var places = await db.ShiftPlaces.AsNoTracking().Join(db.Shifts.Where(s => s.GatheringId == id), p => p.ShiftId, s => s.Id, (p, _) => new { p.Id, p.PersonId }).ToListAsync();
        var changes = await db.RearrangedGatherings.Where(r => r.GatheringId == id).Select(r => r.RearrangementId).ToListAsync();
        var bring = await db.BringItems.Where(b => b.GatheringId == id && b.ById != null).Select(b => b.ById!.Value).ToListAsync();
        HashSet<Guid> about = [id.Value, .. signUps.Select(s => s.Id.Value), .. invited.Select(i => i.Id.Value), .. places.Select(p => p.Id.Value), .. changes.Select(c => c.Value)];
        HashSet<Id<People.Person>> ids = [.. signUps.Select(s => s.PersonId).OfType<Id<People.Person>>(), .. invited.Select(i => i.PersonId), .. places.Select(p => p.PersonId), .. bring];
        if (gathering.ContactId is { } contact)
            ids.Add(contact);
        return (about, await Recipients(ids, [.. signUps.Select(s => s.GuestId).OfType<Id<Guest>>()]));
    }

    private async Task<Dictionary<Guid, Recipient>> Recipients(IReadOnlyCollection<Id<People.Person>> people, IReadOnlyCollection<Id<Guest>> guests)
    {
        var all = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id.Value, p => new Recipient(p.Name, p.IsProtected ? null : p.Phone, p.Id));
        foreach (var guest in await db.Guests.Where(g => guests.Contains(g.Id)).Select(g => new { g.Id, g.Name }).ToListAsync())
            all[guest.Id.Value] = new Recipient(guest.Name, null, null);
        return all;
    }

    private sealed record Recipient(string? Name, string? Phone, Id<People.Person>? Person);
}

/// <summary>One sort of letter: those that have gone, and those that have not.</summary>
internal sealed record Sending(string What, IReadOnlyList<SendingRow> Rows)
{
    public int Count(LetterState state) => Rows.Count(r => r.State == state);

    /// <summary>Whoever must be told otherwise: no letter has reached them.</summary>
    public IReadOnlyList<SendingRow> Missed { get; } = [.. Rows.Where(r => r.IsMissed)];

    /// <summary>Those that were to go: not those that became needless.</summary>
    public int Meant => Rows.Count(r => r.State != LetterState.Skipped || r.IsMissed);
}

/// <param name="At">When it went, or shall.</param>
/// <param name="Why">Why it has not, in words.</param>
internal sealed record SendingRow(string Name, LetterState State, DateTimeOffset At, string? Why, string? Phone, Id<People.Person>? Person)
{
    /// <summary>It did not arrive, and it was needed.</summary>
    public bool IsMissed { get; init; }

    public string Status => State switch { LetterState.Sent => "done", LetterState.Failed => "late", LetterState.Due => "on-track", _ => "not-started" };
}
