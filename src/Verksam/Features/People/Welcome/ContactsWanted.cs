using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Fitting;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Welcome;

/// <summary>To be one of those who call who is new where the person belongs.</summary>
internal sealed class ContactsWanted(AppDb db, Texts texts) : IFitting
{
    public string Key => "valkomna";

    public string Name => "Welcome.Fitting";

    public async Task<IReadOnlyList<Fit>> Of(FitAsk ask)
    {
        var (line, unit) = (ask.Line, ask.Who.Unit);
        return await db.ContactPeople.AnyAsync(c => c.PersonId == ask.Who.Person.Id && line.Contains(c.UnitId)) ? []
            : [new Fit(texts["Welcome.Fit", unit.Name], ask.Who.MayEdit ? $"/organisation/{unit.Slug}/valkomna" : null)];
    }
}
