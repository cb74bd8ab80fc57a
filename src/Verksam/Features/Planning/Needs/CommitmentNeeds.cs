using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Planning.Needs;

/// <summary>What one carries oneself that is late, at risk or that nobody has said anything of this month.</summary>
internal sealed class OwnCommitments(MyCommitments mine, CurrentUser me, Wording wording, OurTime time, Texts texts) : INeedsSomebody
{
    private const int LongestWords = 140;

    public string Kind => "atagande";

    public async Task<IReadOnlyList<Need>> Now(int most) => [.. (await mine.Of(me)).Where(NeedsWord).Take(most).Select(Of)];

    private bool NeedsWord(MyCommitments.Mine m) => m.Row.Status is Status.Late or Status.AtRisk || (m.Row.Status is Status.OnTrack or Status.NotStarted && IsSilent(m.Row));

    // of what has begun
    private bool IsSilent(CarriedRow row) =>
        !(row.Commitment.Reading.DueFrom > time.Today) && !(row.Said.NewsAt is { } at && OurTime.DayOf(at) >= new DateOnly(time.Today.Year, time.Today.Month, 1));

    private Need Of(MyCommitments.Mine m)
    {
        var (row, number) = (m.Row, m.Row.Commitment.Number!);
        return new($"{Kind}-{row.Commitment.Id}", texts["Planning.Need.Mine", number], row.Status is Status.Late or Status.AtRisk ? wording.Rule(row.Standing) : texts["Planning.Need.NoReport"],
            row.Status switch { Status.Late => "late", Status.AtRisk => "at-risk", _ => "on-track" }, Takes.Report)
        {
            Due = row.Commitment.Reading.DueTo is { Month: 12, Day: 31 } ? null : row.Commitment.Reading.DueTo,
            Words = Shortened(m.Words),
            Passage = new(number, m.Url),
            Acts = [new(texts["Planning.Need.Tell"], m.Url + "#rapportera")],
        };
    }

    public static string Shortened(string words) => OneLine.Of(words) is { Length: > LongestWords } longer ? longer[..(longer.LastIndexOf(' ', LongestWords) is var gap and > 0 ? gap : LongestWords)] + " …" : OneLine.Of(words);
}

/// <summary>The plans of the units where one edits them oneself, and how each of their commitments stands: kept, and asked for once.</summary>
internal sealed class OwnPlans(AppDb db, CurrentUser me, PlanSheets sheets, OurTime time)
{
    private IReadOnlyList<(PlanSheet Sheet, string Url)>? _found;

    public async ValueTask<IReadOnlyList<(PlanSheet Sheet, string Url)>> Now()
    {
        if (_found is not null)
            return _found;
        var (year, paths) = (time.Today.Year, me.Where(Permission.EditPlan).Select(g => g.Path).ToList());
        var versions = paths.Count == 0 ? [] : await (
            from version in db.PlanVersions
            where version.State == VersionState.Adopted
            join plan in db.Plans on version.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            where plan.Year == year && paths.Contains(unit.Path)
            orderby unit.Path.Length, unit.Name
            select new { version.Id, Slug = unit.ParentId == null ? null : unit.Slug }).ToListAsync();
        var found = new List<(PlanSheet, string)>();
        foreach (var version in versions)
            found.Add((await sheets.Of(version.Id), PlanPlaces.Of(version.Slug, year)));
        return _found = found;
    }
}

/// <summary>What is late in one's plans and is carried by others, and what nobody carries: a need for each plan.</summary>
internal sealed class PlanNeeds(OwnPlans plans, CurrentUser me, Texts texts) : INeedsSomebody
{
    private const int MostNamed = 3;

    public string Kind => "plan";

    public async Task<IReadOnlyList<Need>> Now(int most) => [.. (await plans.Now()).SelectMany(p => new[] { Late(p.Sheet, p.Url), Unowned(p.Sheet, p.Url) }).OfType<Need>().Take(most)];

    private Need? Late(PlanSheet sheet, string url)
    {
        var rows = sheet.Rows.Where(r => r.Status == Status.Late && r.Commitment.OwnerId is { } owner && owner.Value != me.PersonId && r.Commitment.DeputyId?.Value != me.PersonId).ToList();
        return rows.Count == 0 ? null : new($"{Kind}-sena-{sheet.Version.Id}", texts.Capital(texts.Count("Planning.Need.Late", rows.Count, sheet.Unit.Name)),
            texts["Planning.Need.LateWhy", Named(rows.ConvertAll(r => $"{r.Commitment.Number} {r.Owner}"))], "late", Takes.Decision * Math.Min(rows.Count, MostNamed))
        {
            Due = rows.Min(r => r.Commitment.Reading.DueTo),
            Passage = new(rows[0].Commitment.Number!, $"{url}/{rows[0].Commitment.Number}"),
            Acts = [new(texts["Planning.Need.See"], url == PlanPlaces.Of(null, sheet.Plan.Year) ? "/oversikt" : url)],
        };
    }

    private Need? Unowned(PlanSheet sheet, string url)
    {
        var rows = sheet.Rows.Where(r => r.Owner is null && r.Status is not (Status.Done or Status.Dropped)).ToList();
        return rows.Count == 0 ? null : new($"{Kind}-utan-{sheet.Version.Id}", texts.Capital(texts.Count("Planning.Need.Unowned", rows.Count, sheet.Unit.Name)),
            texts["Planning.Need.UnownedWhy", Named(rows.ConvertAll(r => r.Commitment.Number!))], "at-risk", Takes.Finding)
        {
            Passage = new(rows[0].Commitment.Number!, $"{url}/{rows[0].Commitment.Number}"),
            Acts = [new(texts["Planning.Need.HandOut"], $"{url}/ansvariga")],
        };
    }

    private string Named(List<string> all) => all.Count <= MostNamed ? texts.And(all) : texts["Planning.Need.AndMore", string.Join(", ", all.Take(MostNamed)), texts.Number(all.Count - MostNamed)];
}

/// <summary>What others carry in one's plans and that is due within a month or late.</summary>
internal sealed class OthersCarry(OwnPlans plans, CurrentUser me, OurTime time, Texts texts) : IOthersHave
{
    private const int DaysAhead = 30;

    public async Task<IReadOnlyList<InHand>> Now(int most) => [.. (await plans.Now())
        .SelectMany(p => p.Sheet.Rows.Select(r => (Row: r, p.Url, Words: r.Commitment.WordsIn(p.Sheet.Version))))
        .Where(r => r.Row.Owner is not null && r.Row.Commitment.OwnerId!.Value.Value != me.PersonId && (r.Row.Status == Status.Late || (r.Row.Status is Status.AtRisk or Status.OnTrack && r.Row.Commitment.Reading.DueTo <= time.Today.AddDays(DaysAhead))))
        .OrderBy(r => r.Row.Commitment.Reading.DueTo).Take(most)
        .Select(r => new InHand(r.Row.Owner!, texts["Planning.Need.InHand", r.Row.Commitment.Number!], $"{r.Url}/{r.Row.Commitment.Number}", texts[$"Planning.Status.{r.Row.Status}"]))];
}
