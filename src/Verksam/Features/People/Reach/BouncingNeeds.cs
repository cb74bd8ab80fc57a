using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.People.Reach;

/// <summary>E-mail addresses that letters come back from, of those whom one may write about; who has another that works is reached.</summary>
internal sealed class BouncingNeeds(AppDb db, CurrentUser me, Texts texts) : INeedsSomebody
{
    public string Kind => "adresser";

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var units = db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id);
        var bouncing = db.Ways.Where(w => w.Kind == WayKind.Email && w.State == WayState.Bounces
            && db.People.VisibleTo(me, db).Any(p => p.Id == w.PersonId && !p.IsProtected && p.Email == null && units.Contains(p.UnitId)));
        var found = await bouncing.OrderBy(w => w.StateSince).ThenBy(w => w.Id).Select(w => new { w.PersonId, w.StateSince }).Take(most).ToListAsync();
        return found.Count == 0 ? [] : [new Need(Kind, texts.Capital(texts.Count("Reach.Need.Bounces", found.Count)), texts["Reach.Need.BouncesWhy"], "at-risk", Takes.Mending * Math.Min(found.Count, Most))
        {
            Since = found[0].StateSince,
            Acts = [new(texts.Form("Reach.Need.Mend", found.Count), $"/manniskor/{found[0].PersonId}/kontakt")],
        }];
    }

    /// <summary>Nobody puts more right at a sitting.</summary>
    private const int Most = 10;
}
