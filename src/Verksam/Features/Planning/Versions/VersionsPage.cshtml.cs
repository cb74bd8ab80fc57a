using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Versions;

/// <summary>The versions of one plan, and two of them side by side.</summary>
[Requires(Permission.SeePlan)]
internal sealed class VersionsPage(AppDb db, CurrentUser me) : PageModel
{
    public string PlanUrl { get; private set; } = "";
    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Row? Left { get; private set; }
    public Row? Right { get; private set; }

    /// <summary>The lines of both beside each other, with the heading they stand under.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public bool All { get; private set; }

    public async Task<IActionResult> OnGet(int year, string? unit, int? fran, int? till, string? allt)
    {
        (PlanUrl, Year, All) = (PlanPlaces.Of(unit, year), year, allt is not null);
        Rows = await Of(db.PlanVersions.VisibleTo(me, db).Where(v => v.State != VersionState.Discarded), unit, year).ToListAsync();
        Aside = await Of(db.PlanVersions.EditableBy(me, db).Where(v => v.State == VersionState.Discarded), unit, year).ToListAsync();
        if (Rows.Count + Aside.Count == 0)
            return NotFound();
        Right = Rows.FirstOrDefault(r => r.Number == till) ?? (Rows.Count > 1 ? Rows[0] : null);
        Left = Rows.FirstOrDefault(r => r.Number == fran)
            ?? Rows.FirstOrDefault(r => r.Number < Right?.Number && r.State is VersionState.Adopted or VersionState.Replaced) // what one had before is what one compares with
            ?? Rows.FirstOrDefault(r => r.Number < Right?.Number);
        if (Left is not null && Right is not null)
            Lines = await Compare(Left, Right);
        return Page();
    }

    /// <summary>What was put aside for another and can be taken back, for those who edit the plan.</summary>
    public IReadOnlyList<Row> Aside { get; private set; } = [];

    private IQueryable<Row> Of(IQueryable<PlanVersion> versions, string? slug, int year) =>
        from version in versions
        join plan in db.Plans on version.PlanId equals plan.Id
        join u in db.Units on plan.UnitId equals u.Id
        where plan.Year == year && (slug == null ? u.ParentId == null : u.Slug == slug)
        orderby version.Number descending, version.Id descending
        select new Row(version.Id, version.Number, version.State, version.SourceName, version.BroughtInAt, version.Meeting, version.AdoptedOn);

    private async Task<IReadOnlyList<Line>> Compare(Row left, Row right)
    {
        var versions = await db.PlanVersions.AsNoTracking().Where(v => v.Id == left.Id || v.Id == right.Id).ToDictionaryAsync(v => v.Id);
        var headings = versions[right.Id].Document.Blocks.Where(b => b.Kind == PlanReading.BlockKind.Heading).Select(b => b.Range.In(versions[right.Id].Text)).ToHashSet(StringComparer.Ordinal);
        string? under = null;
        var lines = new List<Line>();
        foreach (var (was, now) in TextDiff.Beside(versions[left.Id].Text, versions[right.Id].Text))
        {
            if (now is not null && headings.Contains(now))
                under = now;
            if (All || was != now)
                lines.Add(new Line(was, now, was != now && (was ?? now) != under ? under : null));
        }
        return lines;
    }

    internal sealed record Row(Id<PlanVersion> Id, int? Number, VersionState State, string Source, DateTimeOffset BroughtInAt, string? Meeting, DateOnly? AdoptedOn);

    internal sealed record Line(string? Was, string? Now, string? Under)
    {
        /// <summary>Word by word, where both have the line in different words.</summary>
        public IReadOnlyList<TextDiff.Wording> Words { get; } = Was is null || Now is null || Was == Now ? [] : TextDiff.Inline(Was, Now);
    }
}
