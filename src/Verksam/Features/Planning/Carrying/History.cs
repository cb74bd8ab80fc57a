using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Carrying;

/// <summary>What has happened with a commitment, newest first.</summary>
internal static class History
{
    public static async Task<IReadOnlyList<Line>> Of(AppDb db, Id<Commitment> id, PlanVersion version, Texts texts, OurTime time)
    {
        var reports = await (
            from report in db.Reports
            where report.CommitmentId == id
            join person in db.People on report.By equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby report.At descending
            select new { report.At, report.Text, report.Count, report.Word, By = person == null ? null : person.Name }).Take(200).ToListAsync();
        var lines = reports.Select(r => new Line(r.At, r.By, r.Text, r.Count, r.Word)).ToList();
        if (version.AdoptedOn is { } adopted)
        {
            var said = texts["Planning.History.Adopted", version.Meeting!, version.Minutes ?? ""].TrimEnd(' ', ',') + ".";
            lines.Add(new Line(new DateTimeOffset(adopted.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), null, said, null, null));
        }
        return lines;
    }

    internal sealed record Line(DateTimeOffset At, string? By, string Text, decimal? Count, Status? Word);
}
