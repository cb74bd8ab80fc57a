using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People.Doing;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.CanDo;

/// <summary>A text that is ready to send to somebody one knows, about the nearest gathering that is open to all: best one that one comes to oneself.</summary>
internal sealed class FriendsToBring(AppDb db, GatheringWords words, Texts texts, Installation installation) : ICanDo
{
    private const int DaysAhead = 21;

    public async Task<IReadOnlyList<Doable>> For(DoAsk ask)
    {
        var (now, until, self, line) = (db.Clock.GetUtcNow(), db.Clock.GetUtcNow().AddDays(DaysAhead), ask.Self.Id, ask.Line);
        var found = await db.Gatherings.AsNoTracking().Public().Where(g => g.State == GatheringState.Published && g.Starts > now && g.Starts < until
                && (line.Contains(g.UnitId) || db.PersonPlaces.Any(p => p.PersonId == self && p.UnitId == g.UnitId)))
            .OrderByDescending(g => db.SignUps.Any(s => s.GatheringId == g.Id && s.PersonId == self && s.State == SignUpState.Coming)).ThenBy(g => g.Starts).ThenBy(g => g.Id).FirstOrDefaultAsync();
        return found is null ? [] : [Of(found, $"/kalender/{found.Id}")];
    }

    private Doable Of(Gathering g, string page) => new(texts["Gatherings.Can.Friend", g.Title], "sms", texts["Gatherings.Can.FriendMeta"], texts["Gatherings.Can.FriendWhat", texts.Capital(words.Moment(g))])
    {
        Takes = Spare.TenMinutes,
        Suits = Taste.Home | Taste.People | Taste.Writing,
        Fit = 35,
        Acts = [new(texts["Gatherings.Can.OpenText"], $"sms:?&body={Uri.EscapeDataString(texts["Gatherings.Can.FriendText", g.Title, words.Moment(g), installation.PublicUrl + page])}", "sms"), new(texts["Gatherings.Can.Read"], page, IsQuiet: true)],
    };
}
