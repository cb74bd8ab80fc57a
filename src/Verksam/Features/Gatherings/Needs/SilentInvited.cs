using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings.Needs;

/// <summary>Those who were asked to come to something soon, and have said nothing for some days. At a press they are reminded; who was lately is left in peace.</summary>
internal sealed class SilentInvited(AppDb db, ArrangedByMe mine, InvitingDesk desk, GatheringWords words, Texts texts) : INeedsSomebody
{
    /// <summary>Who was written to within so many days is given time to answer.</summary>
    private const int DaysToAnswer = 2;

    private const int DaysAhead = 14;

    public string Kind => "inbjudna";

    public bool IsOfCalendar => true;

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var (now, soon, own) = (db.Clock.GetUtcNow(), db.Clock.GetUtcNow().AddDays(DaysAhead), mine.Own);
        var silent = Silent(now);
        var found = await mine.Changeable.AsNoTracking().Where(g => g.State == GatheringState.Published && g.Starts > now && g.Starts < soon)
            .Select(g => new { Gathering = g, IsOwn = own.Contains(g.Id), Count = silent.Count(i => i.GatheringId == g.Id), First = silent.Where(i => i.GatheringId == g.Id).Min(i => (DateTimeOffset?)i.At) })
            .Where(f => f.Count > 0).OrderBy(f => f.Gathering.Starts).Take(most).ToListAsync();
        var passages = await mine.Passages(found.ConvertAll(f => f.Gathering.Id));
        return [.. found.Select(f => Of(f.Gathering, f.Count, f.First!.Value) with { IsWithOthers = !f.IsOwn, Passage = passages.GetValueOrDefault(f.Gathering.Id) })];
    }

    public async Task<NeedDone?> Do(string key)
    {
        var now = db.Clock.GetUtcNow();
        if (await Find(key) is not { } gathering)
            return null;
        if (gathering.State != GatheringState.Published || gathering.Starts <= now)
            return NeedDone.Refused(SignUpRefusals.Closed);
        var silent = Silent(now).Where(i => i.GatheringId == gathering.Id).Select(i => i.Id);
        var invited = await db.GatheringInvitations.Where(i => silent.Contains(i.Id)).ToListAsync();
        desk.Remind(invited);
        await db.SaveChangesAsync();
        return new(texts.Capital(texts.Count("Gatherings.Need.Reminded", invited.Count)), CanBeTakenBack: invited.Count > 0);
    }

    /// <summary>As long as the letters wait.</summary>
    public async Task<NeedDone?> TakeBack(string key)
    {
        if (await Find(key) is not { } gathering)
            return null;
        await desk.TakeBack(gathering.Id, reminders: true);
        await db.SaveChangesAsync();
        return new(texts["Gatherings.Need.NotReminded"]);
    }

    // by letter only: who has no address is rung from the list of those who were asked
    private IQueryable<GatheringInvitation> Silent(DateTimeOffset now)
    {
        var late = now.AddDays(-DaysToAnswer);
        return db.GatheringInvitations.Where(i => i.Answer == null && i.At < late && db.People.Any(p => p.Id == i.PersonId && p.Email != null)
            && !db.SignUps.Any(s => s.GatheringId == i.GatheringId && s.PersonId == i.PersonId && s.State != SignUpState.Left)
            && !db.Letters.Any(l => l.Kind == InvitedLetter.KindName && l.To == (Guid)(object)i.PersonId && l.DueAt > late));
    }

    private Need Of(Gathering g, int count, DateTimeOffset asked)
    {
        var page = $"/aktiviteter/{g.Id}";
        return new($"{Kind}-{g.Id}", texts.Capital(texts.Count("Gatherings.Need.Silent", count, g.Title)),
            texts["Gatherings.Need.SilentWhy", texts.Capital(words.Moment(g)), words.Days(asked, asked)], "at-risk", Takes.Asking)
        {
            Due = OurTime.DayOf(g.Starts),
            Acts = [new(texts.Count("Gatherings.Need.Remind", count), null), new(texts["Gatherings.Need.SeeInvited"], page + "/inbjudna")],
            Occasion = new(g.Title, g.Starts, g.Ends, page)
            {
                Status = "at-risk",
                What = texts.Capital(texts.Count("Calendars.Needs.Silent", count)),
                Do = new(texts["Calendars.Needs.Remind"], page + "/inbjudna"),
            },
        };
    }

    private async Task<Gathering?> Find(string key) =>
        Id<Gathering>.TryParse(key[(Kind.Length + 1)..], null, out var id) ? await mine.Changeable.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id) : null;
}
