using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings.Needs;

/// <summary>What is to come where somebody has not answered an offered seat, or waits for one. Whoever was offered one and has no e-mail is to be rung.</summary>
internal sealed class Unanswered(AppDb db, CurrentUser me, ArrangedByMe mine, GatheringWords words, Texts texts) : INeedsSomebody
{
    public string Kind => "platser";

    public bool IsOfCalendar => true;

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var (now, own) = (db.Clock.GetUtcNow(), mine.Own);
        var found = await db.Gatherings.AsNoTracking().EditableBy(me, db).Where(g => g.State == GatheringState.Published && g.Starts > now && g.Seats != null)
            .Select(g => new
            {
                Gathering = g,
                IsOwn = own.Contains(g.Id),
                Offered = db.SignUps.Count(s => s.GatheringId == g.Id && s.State == SignUpState.Offered),
                ToRing = db.SignUps.Count(s => s.GatheringId == g.Id && s.State == SignUpState.Offered && db.People.Any(p => p.Id == s.PersonId && p.Email == null)),
                Waiting = db.SignUps.Count(s => s.GatheringId == g.Id && s.State == SignUpState.Waiting),
            })
            .Where(g => g.Offered > 0 || g.Waiting > 0).OrderBy(g => g.Gathering.Starts).Take(most).ToListAsync();
        var passages = await mine.Passages(found.ConvertAll(f => f.Gathering.Id));
        // who has a seat to answer has it for a day: nothing can be done but wait, if a letter has told them
        return [.. found.Select(f => Of(f.Gathering, f.Offered, f.Waiting, f.ToRing) with { IsWithOthers = !f.IsOwn || (f.ToRing == 0 && (f.Offered > 0 || f.Gathering.Starts > now.AddDays(ArrangedByMe.DaysAhead))), Passage = passages.GetValueOrDefault(f.Gathering.Id) })];
    }

    private Need Of(Gathering g, int offered, int waiting, int toRing)
    {
        var page = $"/aktiviteter/{g.Id}";
        var see = new NeedAct(texts["Calendars.Needs.See"], page + "/anmalda");
        return new($"{Kind}-{g.Id}", texts.Capital(toRing > 0 ? texts.Count("Gatherings.Need.Ring", toRing, g.Title) : offered > 0 ? texts.Count("Gatherings.Need.Offered", offered, g.Title) : texts.Count("Gatherings.Need.Waiting", waiting, g.Title)),
            texts[toRing > 0 ? "Gatherings.Need.RingWhy" : "Gatherings.Need.WaitingWhy", texts.Capital(words.Moment(g))], toRing > 0 ? "late" : "at-risk", toRing > 0 ? Takes.Call : Takes.Reading)
        {
            Due = OurTime.DayOf(g.Starts),
            Acts = [see],
            Occasion = new(g.Title, g.Starts, g.Ends, page)
            {
                Status = "at-risk",
                What = texts.Capital(offered > 0 ? texts.Count("Calendars.Needs.Offered", offered) : texts.Count("Calendars.Needs.Waiting", waiting)),
                Do = see,
            },
        };
    }
}
