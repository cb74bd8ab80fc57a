using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>A gathering that waits for somebody to do something, and where that is done.</summary>
internal sealed record Need(string Title, DateTimeOffset Starts, DateTimeOffset Ends, string Status, string What, string Do, string Url, string Page);

/// <summary>Something in this room that can need somebody; those who may arrange see it with the calendar.</summary>
internal interface INeedsSomebody
{
    /// <summary>What waits now, of what whoever asks may change; the most urgent first.</summary>
    Task<IReadOnlyList<Need>> Now(int most);
}

/// <summary>What is over and nobody has told of, and what is soon and still a draft.</summary>
internal sealed class Untold(AppDb db, CurrentUser me, OurTime time, Texts texts) : INeedsSomebody
{
    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var (now, told, soon) = (time.Now, time.Now.AddDays(-60), time.Now.AddDays(14));
        var found = await db.Gatherings.EditableBy(me, db)
            .Where(g => (g.State == GatheringState.Published && g.Ends < now && g.Ends > told) || (g.State == GatheringState.Draft && g.Starts > now && g.Starts < soon))
            .OrderBy(g => g.Starts).Take(most).Select(g => new { g.Id, g.Title, g.State, g.Starts, g.Ends }).ToListAsync();
        return [.. found.Select(g => (Row: g, Wants: g.State == GatheringState.Draft ? "Draft" : "Report", Page: $"/aktiviteter/{g.Id}")).Select(g => new Need(g.Row.Title, g.Row.Starts, g.Row.Ends,
            Gathering.StatusOf(g.Row.State, g.Row.Ends <= now), texts[$"Gatherings.Wants.{g.Wants}"], texts[$"Gatherings.Do.{g.Wants}"], g.Page + (g.Wants == "Report" ? "#rapport" : ""), g.Page))];
    }
}

/// <summary>What is to come where somebody has not answered an offered seat, or waits for one.</summary>
internal sealed class Unanswered(AppDb db, CurrentUser me, OurTime time, Texts texts) : INeedsSomebody
{
    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var now = time.Now;
        var found = await db.Gatherings.EditableBy(me, db).Where(g => g.State == GatheringState.Published && g.Starts > now && g.Seats != null)
            .Select(g => new
            {
                g.Id,
                g.Title,
                g.Starts,
                g.Ends,
                Offered = db.SignUps.Count(s => s.GatheringId == g.Id && s.State == SignUpState.Offered),
                Waiting = db.SignUps.Count(s => s.GatheringId == g.Id && s.State == SignUpState.Waiting),
            })
            .Where(g => g.Offered > 0 || g.Waiting > 0).OrderBy(g => g.Starts).Take(most).ToListAsync();
        return [.. found.Select(g => new Need(g.Title, g.Starts, g.Ends, "at-risk",
            texts.Capital(g.Offered > 0 ? texts.Count("Calendars.Needs.Offered", g.Offered) : texts.Count("Calendars.Needs.Waiting", g.Waiting)),
            texts["Calendars.Needs.See"], $"/aktiviteter/{g.Id}/anmalda", $"/aktiviteter/{g.Id}"))];
    }
}
