using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Sharing;

/// <summary>Breaks a commitment down to the units below: which of them, how many each, who sees to it there.</summary>
[Requires(Permission.EditPlan)]
internal sealed class SharePage(AppDb db, CurrentUser me, CommitmentPlaces places, Candidates candidates, Texts texts) : PageModel
{
    public CommitmentPlaces.Place Place { get; private set; } = null!;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGet(int year, string number, string? unit) => await Find(unit, year, number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int year, string number, string? unit)
    {
        if (!await Find(unit, year, number))
            return NotFound();
        var parts = await db.Parts.Where(p => p.CommitmentId == Place.Row.Commitment.Id).ToDictionaryAsync(p => p.UnitId);
        foreach (var line in Lines)
        {
            line.Read(Request.Form, texts, ModelState);
            Put(line, parts.GetValueOrDefault(line.Unit.Id));
        }
        if (!ModelState.IsValid)
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.Share.Saved"]);
        return Redirect($"{Place.Url}#delar");
    }

    private void Put(Line line, Part? part)
    {
        if (!line.Chosen && part is not null)
        {
            if (part.NewsAt is null)
                db.Parts.Remove(part);
            else
                ModelState.AddModelError(line.Field("unit"), texts["Planning.Share.HasTold", line.Unit.Name]);
            return;
        }
        if (!line.Chosen)
            return;
        if (part is null)
            db.Parts.Add(part = new Part(Place.Row.Commitment.Id, line.Unit.Id, db.Clock.GetUtcNow()));
        part.Ask(line.Wanted, line.Owner);
    }

    private async Task<bool> Find(string? unit, int year, string number)
    {
        if (await places.Find(unit, year, number, me) is not { } place || place.Version.State != VersionState.Adopted || !me.Can(Permission.EditPlan, place.Unit.Path))
            return false;
        Place = place;
        var below = await db.Units.Where(u => u.ParentId == place.Unit.Id).OrderBy(u => u.Name).ToListAsync();
        var shared = place.Row.Parts.ToDictionary(p => p.Part.UnitId);
        var each = place.Row.Parts.Count > 0 || below.Count == 0 ? null : Each(place.Row.Commitment.Reading, below.Count);
        var people = await candidates.ForEach(below, place.Unit);
        Lines = [.. below.Select(u => (Unit: u, shared.GetValueOrDefault(u.Id)?.Part))
            .Select(l => new Line(l.Unit, [.. people[l.Unit.Id]]) { Chosen = l.Part is not null || shared.Count == 0, Wanted = l.Part is null ? each : l.Part.Wanted, Owner = l.Part?.OwnerId })];
        return true;
    }

    // "minst 16" over eight is two each, "en i varje förening" is one
    private static decimal? Each(Interpretation reading, int units) => reading switch
    {
        { MeasureDirection: not (PlanReading.MeasureDirection.AtLeast or PlanReading.MeasureDirection.Exactly) } or { MeasureValue: null } => null,
        _ when reading.MeasurePer is not null || Wording.IsShare(reading) => reading.MeasureValue,
        _ => Math.Ceiling(reading.MeasureValue!.Value / units),
    };

    /// <summary>A unit below, and what is asked of it.</summary>
    internal sealed record Line(Unit Unit, IReadOnlyList<Candidates.Candidate> People)
    {
        private const int MostWanted = 10_000_000;

        public bool Chosen { get; set; }
        public decimal? Wanted { get; set; }
        public Id<Person>? Owner { get; set; }

        /// <summary>What was written, when it is no number.</summary>
        public string? Written { get; private set; }

        public string Field(string name) => $"{name}.{Unit.Slug}";

        public void Read(IFormCollection form, Texts texts, Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state)
        {
            Chosen = form.ContainsKey(Field("unit"));
            Owner = Id<Person>.TryParse(form[Field("owner")], null, out var owner) && People.Any(p => p.Id == owner) ? owner : null;
            var wanted = form[Field("wanted")].ToString().Trim();
            Wanted = decimal.TryParse(wanted, NumberStyles.Number, CultureInfo.CurrentCulture, out var value) && value is >= 0 and <= MostWanted ? value : null;
            if (wanted.Length == 0 || Wanted is not null)
                return;
            Written = wanted;
            state.AddModelError(Field("wanted"), texts["Ui.Form.Between", "", 0, MostWanted]);
        }
    }
}
