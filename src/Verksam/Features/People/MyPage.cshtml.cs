using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Protection;
using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People;

/// <summary>What I can do now, what comes, and what I am here.</summary>
[Requires(Permission.None)]
internal sealed class MyPage(AppDb db, CurrentUser me, IEnumerable<IMyPageCard> sockets, YearDays days, OurTime time) : PageModel
{
    private const int DaysAhead = 90;

    public IReadOnlyList<MyCard> Cards { get; private set; } = [];
    public IReadOnlyList<YearDays.OneDay> Coming { get; private set; } = [];
    public IReadOnlyList<Duty> Duties { get; private set; } = [];
    public Person Self { get; private set; } = null!;

    /// <summary>Who I am, also under seal: what is mine I see.</summary>
    public TrueIdentity Identity { get; private set; } = null!;

    public async Task OnGet()
    {
        var self = new Id<Person>(me.PersonId);
        Self = await db.People.AsNoTracking().SingleAsync(p => p.Id == self);
        Identity = Self.IsProtected ? (await db.SealedIdentities.AsNoTracking().SingleAsync(s => s.PersonId == self)).Open() : TrueIdentity.Of(Self, []);
        Duties = [.. (await Duty.All(db).Where(d => d.PersonId == self).ToListAsync()).Where(d => d.HoldsOn(time.Today))];
        foreach (var socket in sockets.OrderBy(s => s.Order))
        {
            if (me.Can(Permission.SeePlan) && await socket.For(me) is { } card)
                Cards = [.. Cards, card];
        }
        Coming = [.. (await Soon(time.Today.Year)).Concat(time.Today.AddDays(DaysAhead).Year > time.Today.Year ? await Soon(time.Today.Year + 1) : []).Take(5)];
    }

    private async Task<IEnumerable<YearDays.OneDay>> Soon(int year) =>
        (await days.Of(year, db.Units.VisibleTo(me, db))).Where(d => d.IsKept && d.On >= time.Today && d.On <= time.Today.AddDays(DaysAhead));
}
