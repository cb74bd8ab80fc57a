using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Doing;
using Verksam.Features.People.Protection;
using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People;

/// <summary>What I can do this week by time and taste, what I have promised, what comes, and what I am here.</summary>
[Requires(Permission.None)]
internal sealed class MyPage(AppDb db, CurrentUser me, MyPage.Parts parts, YearDays days, OurTime time) : PageModel
{
    private const int DaysAhead = 90, DaysToVote = 120, MostComing = 5;

    /// <summary>See <see cref="Choice.Read"/>.</summary>
    [BindProperty(Name = "tid", SupportsGet = true)]
    public string? TimeAsked { get; set; }

    [BindProperty(Name = "kan", SupportsGet = true)]
    public string? TasteAsked { get; set; }

    public DoingShown Doing { get; private set; } = null!;

    /// <summary>Beside what one can do: what one has promised.</summary>
    public IReadOnlyList<MyCard> Promised { get; private set; } = [];

    public IReadOnlyList<MyCard> Cards { get; private set; } = [];
    public IReadOnlyList<YearDays.OneDay> Coming { get; private set; } = [];
    public IReadOnlyList<Duty> Duties { get; private set; } = [];
    public Person Self { get; private set; } = null!;

    /// <summary>Who I am, also under seal: what is mine I see.</summary>
    public TrueIdentity Identity { get; private set; } = null!;

    /// <summary>How many days there are to the next election of the days that are kept; null when none is near.</summary>
    public int? DaysToElection { get; private set; }

    public bool IsCalm => Doing.All.Count == 0 && Cards.Count == 0 && Promised.Count == 0;

    public async Task OnGet()
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        var self = new Id<Person>(me.PersonId);
        Self = await db.People.AsNoTracking().SingleAsync(p => p.Id == self);
        Identity = Self.IsProtected ? (await db.SealedIdentities.AsNoTracking().SingleAsync(s => s.PersonId == self)).Open() : TrueIdentity.Of(Self, []);
        Duties = [.. (await Duty.All(db).Where(d => d.PersonId == self).ToListAsync()).Where(d => d.HoldsOn(time.Today))];
        Doing = new DoingShown(await parts.Doables.Now(), Choice.Read(TimeAsked, TasteAsked), (await db.StandingWishes.AsNoTracking().SingleOrDefaultAsync(w => w.PersonId == self))?.Choice);
        await Look();
    }

    /// <summary>When there is something of what one has chosen, one is told by a letter.</summary>
    public async Task<IActionResult> OnPostTell()
    {
        var (self, choice) = (new Id<Person>(me.PersonId), Choice.Read(TimeAsked, TasteAsked));
        var wish = await db.StandingWishes.SingleOrDefaultAsync(w => w.PersonId == self) ?? db.StandingWishes.Add(new StandingWish(self)).Entity;
        wish.Wants(choice, time.Now);
        await db.SaveChangesAsync();
        TempData.Say(parts.Texts["Doing.Told"], "/min-sida?handler=TellNot");
        return Redirect($"/min-sida?{choice.Query}");
    }

    public async Task<IActionResult> OnPostTellNot()
    {
        var self = new Id<Person>(me.PersonId);
        if (await db.StandingWishes.SingleOrDefaultAsync(w => w.PersonId == self) is not { } wish)
            return Redirect("/min-sida");
        db.StandingWishes.Remove(wish);
        await db.SaveChangesAsync();
        TempData.Say(parts.Texts["Doing.NotTold"], $"/min-sida?handler=Tell&{wish.Choice.Query}");
        return Redirect("/min-sida");
    }

    private async Task Look()
    {
        var cards = new List<MyCard>();
        foreach (var socket in parts.Cards.OrderBy(s => s.Order))
        {
            if (me.Can(Permission.SeePlan) && await socket.For(me) is { } card)
                cards.Add(card);
        }
        (Promised, Cards) = ([.. cards.Where(c => c.IsPromised)], [.. cards.Where(c => !c.IsPromised)]);
        var kept = (await Soon(time.Today.Year)).Concat(time.Today.AddDays(DaysToVote).Year > time.Today.Year ? await Soon(time.Today.Year + 1) : []).ToList();
        DaysToElection = kept.FirstOrDefault(d => d.Day.Kind == YearDayKind.Election)?.On is { } on ? on.DayNumber - time.Today.DayNumber : null;
        Coming = [.. kept.Where(d => d.On <= time.Today.AddDays(DaysAhead)).Take(MostComing)];
    }

    private async Task<IEnumerable<YearDays.OneDay>> Soon(int year) =>
        (await days.Of(year, db.Units.VisibleTo(me, db))).Where(d => d.IsKept && d.On >= time.Today && d.On <= time.Today.AddDays(DaysToVote));

    internal sealed record Parts(IEnumerable<IMyPageCard> Cards, Doables Doables, Texts Texts);
}
