using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings.Needs;

/// <summary>What is over and nobody has told of, and what is soon and still a draft.</summary>
internal sealed class Untold(AppDb db, CurrentUser me, ArrangedByMe mine, GatheringWords words, Texts texts) : INeedsSomebody
{
    private const int DaysBack = 60, DaysAhead = 14, DraftCannotWait = 3;

    public string Kind => "aktivitet";

    public bool IsOfCalendar => true;

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var now = db.Clock.GetUtcNow();
        var (told, soon, own) = (now.AddDays(-DaysBack), now.AddDays(DaysAhead), mine.Own);
        var found = await db.Gatherings.AsNoTracking().EditableBy(me, db)
            .Where(g => (g.State == GatheringState.Published && g.Ends < now && g.Ends > told) || (g.State == GatheringState.Draft && g.Starts > now && g.Starts < soon))
            .OrderBy(g => g.Starts).Take(most).Select(g => new { Gathering = g, IsOwn = own.Contains(g.Id) }).ToListAsync();
        var passages = await mine.Passages(found.ConvertAll(f => f.Gathering.Id));
        return [.. found.Select(f => (f.Gathering.State == GatheringState.Draft ? Draft(f.Gathering, now) : Report(f.Gathering, now)) with { IsWithOthers = !f.IsOwn, Passage = passages.GetValueOrDefault(f.Gathering.Id) })];
    }

    /// <summary>A draft is let out, as it stands.</summary>
    public Task<NeedDone?> Do(string key) => Change(key, g => g.Publish(db.Clock.GetUtcNow()), "Gatherings.Published", canBeTakenBack: true);

    public Task<NeedDone?> TakeBack(string key) => Change(key, g => g.Withdraw(db.Clock.GetUtcNow()), "Gatherings.Withdrawn", canBeTakenBack: false);

    private Need Report(Gathering g, DateTimeOffset now)
    {
        var (page, day) = ($"/aktiviteter/{g.Id}", OurTime.DayOf(g.Ends));
        var write = new NeedAct(texts["Gatherings.Do.Report"], page + "#rapport");
        return new($"{Kind}-{g.Id}", texts["Gatherings.Need.Report", g.Title], texts["Gatherings.Need.ReportWhy", words.Days(g.Ends, g.Ends)], "at-risk", Takes.Report)
        {
            Since = day,
            Acts = [write],
            Occasion = new(g.Title, g.Starts, g.Ends, page) { Status = Gathering.StatusOf(g.State, g.Ends <= now), What = texts["Gatherings.Wants.Report"], Do = write },
        };
    }

    private Need Draft(Gathering g, DateTimeOffset now)
    {
        var (page, day) = ($"/aktiviteter/{g.Id}", OurTime.DayOf(g.Starts));
        var look = new NeedAct(texts["Gatherings.Need.Look"], page);
        return new($"{Kind}-{g.Id}", texts["Gatherings.Need.Draft", g.Title], texts["Gatherings.Need.DraftWhy", texts.Capital(words.Moment(g))],
            day.DayNumber - OurTime.DayOf(now).DayNumber <= DraftCannotWait ? "late" : "at-risk", Takes.Reading)
        {
            Due = day,
            Acts = g.IsPhysical || g.IsDigital ? [new(texts["Gatherings.Need.Publish"], null), look] : [look],
            Occasion = new(g.Title, g.Starts, g.Ends, page) { Status = Gathering.StatusOf(g.State, false), What = texts["Gatherings.Wants.Draft"], Do = new(texts["Gatherings.Do.Draft"], page) },
        };
    }

    private async Task<NeedDone?> Change(string key, Func<Gathering, Refusal?> act, string said, bool canBeTakenBack)
    {
        if (!Id<Gathering>.TryParse(key[(Kind.Length + 1)..], null, out var id) || await db.Gatherings.EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return null;
        if (!canBeTakenBack && await GatheringPage.SomebodyComes(db, id))
            return NeedDone.Refused(SignUpRefusals.SomebodyComes);
        if (act(gathering) is { } no)
            return NeedDone.Refused(no);
        await db.SaveChangesAsync();
        return new(texts[said, gathering.Title], canBeTakenBack);
    }
}
