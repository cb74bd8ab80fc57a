using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Planning.Killed;

/// <summary>What acts have left in the database, so that two can be compared: rows of each kind that belong to it, audit rows too.</summary>
internal static class Traces
{
    /// <summary>The same for two acts that are whole, and for two that never were.</summary>
    public static async Task<string> Of(AppDb db, Work work, Act act) => act switch
    {
        Act.BringIn => await InPlan(db, await PlanOf(db, work.BringInYear)) + $", {await db.Files.CountAsync(f => f.Name == Work.FileName(work.BringInYear))} files",
        Act.HandOut => await InPlan(db, await db.Commitments.Where(c => c.Id == work.HandOut[0]).Select(c => c.PlanId).SingleAsync()),
        _ => await InPlan(db, await db.PlanVersions.Where(v => v.Id == (act == Act.Adopt ? work.Adopt : work.TakeIn)).Select(v => v.PlanId).SingleAsync()),
    };

    /// <summary>Audit rows of the creation of something that is not there, files of no version, and reports that their commitment or the audit knows nothing of.</summary>
    public static async Task<IReadOnlyList<string>> Loose(AppDb db)
    {
        var made = await db.Audit.Where(a => a.Kind == AuditKind.Created).Select(a => new { a.What, a.WhatId }).ToListAsync();
        HashSet<Guid> there =
        [
            .. (await db.Plans.Select(p => p.Id).ToListAsync()).Select(id => id.Value), .. (await db.PlanVersions.Select(v => v.Id).ToListAsync()).Select(id => id.Value),
            .. (await db.Commitments.Select(c => c.Id).ToListAsync()).Select(id => id.Value), .. (await db.Reports.Select(r => r.Id).ToListAsync()).Select(id => id.Value),
        ];
        string[] ours = [nameof(Plan), nameof(PlanVersion), nameof(Commitment), nameof(Report)];
        var files = await db.Files.Where(f => !db.PlanVersions.Any(v => v.SourceFileId == f.Id)).Select(f => f.Name).ToListAsync();
        return [.. made.Where(m => ours.Contains(m.What) && !there.Contains(m.WhatId)).Select(m => $"{m.What} {m.WhatId}"), .. files, .. await Reports(db)];
    }

    private static async Task<IEnumerable<string>> Reports(AppDb db)
    {
        var reports = (await db.Reports.ToListAsync()).ToLookup(r => r.CommitmentId);
        var audit = (await db.Audit.Where(a => a.What == nameof(Report) || (a.What == nameof(Commitment) && a.Kind == AuditKind.Changed))
            .Select(a => a.WhatId).ToListAsync()).ToLookup(id => id);
        var told = await db.Commitments.Where(c => c.NewsAt != null || db.Reports.Any(r => r.CommitmentId == c.Id)).ToListAsync();
        return told.Where(c => !Agree(c, [.. reports[c.Id]])).Select(c => $"{c.Number}: {reports[c.Id].Count()} reports, {c.NewsAt}, {c.Count}, revision {c.Revision}");

        bool Agree(Commitment c, Report[] said) =>
            said.MaxBy(r => r.At) is { } last && (c.NewsAt, c.CountedAt, c.Count) == (last.At, last.At, last.Count) && c.Revision == said.Length
            && audit[c.Id.Value].Count() == said.Length
            && Array.TrueForAll(said, r => audit[r.Id.Value].Count() == 1);
    }

    private static async Task<Id<Plan>> PlanOf(AppDb db, int year) =>
        await db.Plans.Where(p => p.Year == year && p.UnitId == Cast.Stora.Id).Select(p => p.Id).SingleOrDefaultAsync();

    private static async Task<string> InPlan(AppDb db, Id<Plan> plan)
    {
        var commitments = await db.Commitments.Include(c => c.Passages).Include(c => c.Handovers).Where(c => c.PlanId == plan).ToListAsync();
        var versions = await db.PlanVersions.Where(v => v.PlanId == plan).OrderBy(v => v.Number).ToListAsync();
        HashSet<Guid> ids = [plan.Value, .. versions.Select(v => v.Id.Value), .. commitments.Select(c => c.Id.Value)];
        return $"{string.Join(' ', versions.Select(v => v.State))}: {commitments.Count} commitments, {commitments.Sum(c => c.Passages.Count)} passages, "
            + $"{commitments.Count(c => c.Number is not null)} numbers, {commitments.Count(c => c.OwnerId is not null)} owners, {commitments.Sum(c => c.Handovers.Count)} handovers, "
            + $"{await db.Audit.CountAsync(a => ids.Contains(a.WhatId))} audit rows";
    }
}
