using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Search;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>Gatherings one may see, in the search over everything: the next first, then those that were, the latest first.</summary>
internal sealed class GatheringsFound(AppDb db, CurrentUser me, Seen seen, Kept kept, GatheringsFound.Parts parts) : ISearchSource
{
    public string Heading => "Gatherings.Menu";

    public int Order => 25;

    public async Task<Finds> Find(SearchWords words, int most)
    {
        if (!me.Can(Permission.SeePlan))
            return Finds.Nothing;
        // a segment or an assignment decides too: nobody else need see the same
        var mine = await kept.Get((nameof(GatheringsFound), me.PersonId, me.Reach, parts.Time.Today), Mine);
        var (fitting, now) = (mine.Where(k => words.FitIn(k.Words)).ToList(), parts.Time.Now);
        return new([.. fitting.Where(k => k.Ends > now).Concat(fitting.Where(k => k.Ends <= now).Reverse()).Take(most).Select(Told)]);
    }

    private async Task<IReadOnlyList<Known>> Mine()
    {
        var ids = await (await seen.All()).Select(g => g.Id).ToHashSetAsync();
        return [.. (await kept.Get(nameof(GatheringsFound), All)).Where(k => ids.Contains(k.Id))];
    }

    // once for all who ask, as they begin
    private async Task<IReadOnlyList<Known>> All()
    {
        var rows = await (
            from g in db.Gatherings
            where g.State != GatheringState.Discarded
            join unit in db.Units on g.UnitId equals unit.Id
            orderby g.Starts, g.Id
            select new { g.Id, g.Title, g.Lead, g.State, g.Starts, g.Ends, Unit = unit.Name }).ToListAsync();
        return [.. rows.Select(r => new Known(r.Id, r.Title, r.State, r.Starts, r.Ends, r.Unit, SearchWords.In($"{r.Title} {r.Lead}")))];
    }

    private Find Told(Known known) => new(known.Title, $"/aktiviteter/{known.Id}", Beside(known, parts.Texts.Capital(parts.Said.Days(known.Starts, known.Ends))));

    private string Beside(Known known, string days) => known.State is GatheringState.Cancelled or GatheringState.Draft
        ? parts.Texts["Gatherings.Found.Marked", days, known.Unit, parts.Texts[$"Gatherings.State.{known.State}"]] : parts.Texts["Gatherings.Found", days, known.Unit];

    internal sealed record Parts(GatheringWords Said, Texts Texts, OurTime Time);

    private sealed record Known(Id<Gathering> Id, string Title, GatheringState State, DateTimeOffset Starts, DateTimeOffset Ends, string Unit, string Words);
}
