using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings.Helping;

/// <summary>
/// Help that a unit below has asked for and nobody has answered, and help that is promised and not there when it is near; and for whoever asked,
/// what they did not get, until they take it away.
/// </summary>
internal sealed class Unhelped(AppDb db, CurrentUser me, GatheringWords words, Texts texts) : INeedsSomebody
{
    /// <summary>What is promised is seen to so many days before.</summary>
    public const int NearDays = 7;

    public string Kind => "hjalp";

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var (now, near, self) = (db.Clock.GetUtcNow(), db.Clock.GetUtcNow().AddDays(NearDays), new Id<Person>(me.PersonId));
        // who speaks for the very unit that is asked; who only stands above it has it with others
        var own = me.Where(Permission.Arrange).Select(g => g.Path).ToList();
        var open = db.Gatherings.EditableBy(me, db).Where(g => (g.State == GatheringState.Published || g.State == GatheringState.Draft) && g.Ends > now);
        var may = db.Units.Within(me.Where(Permission.Arrange)).Select(u => u.Id);
        var found = await (
            from asked in db.HelpRequests.AsNoTracking()
            join g in open on asked.GatheringId equals g.Id
            where (may.Contains(asked.UnitId) && (asked.State == HelpState.Asked || (asked.State == HelpState.Promised && g.Starts < near))) || (asked.State == HelpState.Declined && asked.AskedById == self)
            join unit in db.Units on g.UnitId equals unit.Id
            join above in db.Units on asked.UnitId equals above.Id
            orderby g.Starts, asked.At
            select new Row(asked, g, asked.State == HelpState.Declined ? above.Name : unit.Name, asked.State == HelpState.Declined || own.Contains(above.Path))).Take(most).ToListAsync();
        return [.. found.Select(Of)];
    }

    private Need Of(Row row)
    {
        var (asked, g, isAnswered) = (row.Asked, row.Gathering, row.Asked.State != HelpState.Asked);
        return new($"{Kind}-{asked.Id}", texts[$"Helping.Need.{asked.State}", row.Unit, asked.What], texts["Helping.Need.Why", g.Title, texts.Capital(words.Moment(g))],
            g.Starts < db.Clock.GetUtcNow().AddDays(NearDays) ? "late" : "at-risk", isAnswered ? Takes.Finding : Takes.Decision)
        {
            Due = OurTime.DayOf(g.Starts),
            Acts = [new(texts[isAnswered ? "Helping.Need.See" : "Helping.Need.Answer"], $"/aktiviteter/{g.Id}/hjalp")],
            IsWithOthers = !row.IsOwn,
        };
    }

    /// <param name="Unit">Who asks, or who has said no.</param>
    private sealed record Row(HelpRequest Asked, Gathering Gathering, string Unit, bool IsOwn);
}
