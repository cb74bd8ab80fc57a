using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings.Needs;

/// <summary>What others arrange within a week, in the units where one may too.</summary>
internal sealed class ArrangedByOthers(AppDb db, CurrentUser me, GatheringWords words, Texts texts) : IOthersHave
{
    private const int DaysAhead = 7;

    public async Task<IReadOnlyList<InHand>> Now(int most)
    {
        var (self, now, soon) = (new Id<Person>(me.PersonId), db.Clock.GetUtcNow(), db.Clock.GetUtcNow().AddDays(DaysAhead));
        var rows = await (
            from g in db.Gatherings.AsNoTracking().EditableBy(me, db)
            where g.State == GatheringState.Published && g.Ends > now && g.Starts < soon && g.ContactId != null && g.ContactId != self
            join person in db.People on g.ContactId equals person.Id
            where !person.IsProtected
            orderby g.Starts, g.Id
            select new { g.Id, g.Title, g.Starts, g.Ends, person.Name, Coming = db.SignUps.Count(s => s.GatheringId == g.Id && s.State == SignUpState.Coming) }).Take(most).ToListAsync();
        return [.. rows.Select(r => new InHand(r.Name, r.Title, $"/aktiviteter/{r.Id}",
            $"{texts.Capital(words.Days(r.Starts, r.Ends))}. {(r.Coming == 0 ? "" : texts.Capital(texts.Count("Gatherings.Need.Coming", r.Coming)))}".Trim()))];
    }
}
