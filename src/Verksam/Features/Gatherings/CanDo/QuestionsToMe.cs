using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People.Doing;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.CanDo;

/// <summary>Invitations and shifts that one has been asked about and not answered.</summary>
internal sealed class QuestionsToMe(AppDb db, Seen seen, GatheringWords words, Texts texts) : ICanDo
{
    public async Task<IReadOnlyList<Doable>> For(DoAsk ask)
    {
        var (now, self) = (db.Clock.GetUtcNow(), ask.Self.Id);
        var asked = await (
            from g in (await seen.All()).AsNoTracking()
            where g.State == GatheringState.Published && g.Starts > now && db.GatheringInvitations.Any(i => i.GatheringId == g.Id && i.PersonId == self && i.Answer == null)
                && !db.SignUps.Any(s => s.GatheringId == g.Id && s.PersonId == self && s.State != SignUpState.Left)
            orderby g.Starts, g.Id
            select g).Take(Doables.Most).ToListAsync();
        var shifts = ask.SeesPlan ? (await MyShifts.Of(db, self, now)).Where(m => m.IsToAnswer) : [];
        return [.. shifts.Select(m => Of(m.Gathering.Title, $"{words.Moment(m.Starts, m.Ends)}, {m.Shift.What}", m.Url)),
            .. asked.Select(g => Of(g.Title, words.Moment(g), ask.SeesPlan ? $"/aktiviteter/{g.Id}#anmal" : $"/kalender/{g.Id}"))];
    }

    private Doable Of(string title, string when, string url) => new(texts["Gatherings.Can.Answer", title], "brev", texts["Gatherings.Can.AnswerMeta"], texts["Gatherings.Can.AnswerWhat", texts.Capital(when)])
    {
        Takes = Spare.TenMinutes,
        Suits = Taste.Home | Taste.People,
        Fit = 100, // somebody waits
        Acts = [new(texts["Gatherings.Can.DoAnswer"], url)],
    };
}
