using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.People.Import;

/// <summary>Files that have been compared and wait for a yes, with how many rows are doubtful; for those who may bring in there.</summary>
internal sealed class ImportNeeds(AppDb db, CurrentUser me, Texts texts) : INeedsSomebody
{
    public string Kind => "import";

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var units = db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id);
        var found = await db.Imports.Where(r => r.State == RunState.Waiting && units.Contains(r.UnitId)).OrderBy(r => r.At).Take(most)
            .Select(r => new { r.Id, r.FileName, r.At, Doubtful = db.ImportRows.Count(w => w.RunId == r.Id && w.Outcome == Outcome.Doubtful && w.Choice == RowChoice.None) }).ToListAsync();
        return [.. found.Select(r => new Need($"{Kind}-{r.Id}",
            r.Doubtful > 0 ? texts.Capital(texts.Count("Import.Need.Doubtful", r.Doubtful, r.FileName)) : texts["Import.Need.Waits", r.FileName],
            texts[r.Doubtful > 0 ? "Import.Need.DoubtfulWhy" : "Import.Need.WaitsWhy"], "at-risk", Takes.Reading + (Takes.Doubt * r.Doubtful))
        {
            Since = OurTime.DayOf(r.At),
            Acts = [new(texts["Import.Need.Look"], $"/manniskor/importera/{r.Id}")],
        })];
    }
}
