using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Living;
using Verksam.Features.Planning.Versions;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Finds the commitment at an address, through the plan one may see.</summary>
internal sealed class CommitmentPlaces(AppDb db, PlanPlaces plans, Carried carried)
{
    public async Task<Place?> Find(string? slug, int year, string number, CurrentUser me)
    {
        var parts = number.Split('.');
        if (parts.Length != 2 || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var chapter) || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var running)
            || await plans.Find(slug, year, me) is not var (plan, version))
            return null;
        var rows = await carried.Find(plan, db.Commitments.Include(c => c.Passages)
            .Where(c => c.PlanId == plan.Id && c.Chapter == chapter && c.Running == running));
        if (rows.Count == 0)
            return null;
        var unit = await db.Units.SingleAsync(u => u.Id == plan.UnitId);
        var words = (await WordsOf.Those(db, version, [rows[0].Commitment])).Of(rows[0].Commitment);
        return new Place(plan, version, unit, rows[0], words, PlanPlaces.Of(slug, year), await Beside(plan, chapter, running));
    }

    private async Task<(string? Before, string? After)> Beside(Plan plan, int chapter, int running)
    {
        var numbers = await db.Commitments.Where(c => c.PlanId == plan.Id && c.Chapter != null).OrderBy(c => c.Chapter).ThenBy(c => c.Running)
            .Select(c => new { c.Chapter, c.Running }).ToListAsync();
        var at = numbers.FindIndex(n => n.Chapter == chapter && n.Running == running);
        string? Said(int i) => i >= 0 && i < numbers.Count ? $"{numbers[i].Chapter}.{numbers[i].Running}" : null;
        return (Said(at - 1), Said(at + 1));
    }

    /// <param name="Words">The plan's words for it.</param>
    internal sealed record Place(Plan Plan, PlanVersion Version, Unit Unit, CarriedRow Row, string Words, string PlanUrl, (string? Before, string? After) Beside)
    {
        public string Url => $"{PlanUrl}/{Row.Commitment.Number}";

        /// <summary>Whether one may say how it goes: those who carry it, and those who report for the unit.</summary>
        public bool MayReport(CurrentUser me) => me.Can(Permission.Report, Unit.Path) || Row.Commitment.IsCarriedBy(new Id<Person>(me.PersonId));
    }
}
