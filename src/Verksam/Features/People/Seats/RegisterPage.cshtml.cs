using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Seats;

/// <summary>
/// Who sits for the organisation in which public body on a day. That somebody sits there is public; that the person belongs here is not: each
/// sees those one may see.
/// </summary>
[Requires(Permission.SeePeople)]
internal sealed class RegisterPage(AppDb db, CurrentUser me, OurTime time) : PageModel
{
    /// <summary>That somebody read the register, in the trail.</summary>
    public const string What = "ElectedRegister";

    [BindProperty(Name = "den", SupportsGet = true)]
    public DateOnly? On { get; set; }

    public DateOnly Day { get; private set; }
    public IReadOnlyList<Row> Bodies { get; private set; } = [];
    public string Written => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    public int People => Bodies.SelectMany(b => b.Sitting).Select(s => s.Id).Distinct().Count();

    public async Task OnGet()
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        Day = Membership.Within(On) ?? time.Today;
        var line = me.Where(Permission.SeePeople).SelectMany(g => UnitLine.Of(g.Path)).Distinct().ToList();
        Bodies = await Read(line);
        db.Note(AuditKind.Read, What, line[0].Value);
        await db.SaveChangesAsync();
    }

    // the bodies of one's own units, of those above and of those below
    private async Task<IReadOnlyList<Row>> Read(List<Id<Unit>> line)
    {
        var below = db.Units.Within(me.Where(Permission.SeePeople)).Select(u => u.Id);
        var sitting = (await Sitting().ToListAsync()).ToLookup(s => s.Body);
        var bodies = await (
            from body in db.PublicBodies
            join unit in db.Units on body.UnitId equals unit.Id
            where line.Contains(unit.Id) || below.Contains(unit.Id)
            select new { Body = body, Unit = unit }).AsNoTracking().ToListAsync();
        return [.. bodies.OrderBy(b => b.Body.Level).ThenBy(b => b.Body.Name, StringComparer.Create(Languages.Swedish, ignoreCase: true))
            .Select(b => new Row(b.Body, b.Unit.Name, [.. sitting[b.Body.Id]], SeesAll(b.Unit.Path))).Where(r => r.SeesAll || r.Sitting.Count > 0)];
    }

    // how many seats are empty only they know who see all that could sit there
    private bool SeesAll(string path) => me.Where(Permission.SeePeople).Any(g => g.Below && path.StartsWith(g.Path, StringComparison.Ordinal));

    private IQueryable<Who> Sitting()
    {
        var (order, day) = (db.SwedishOrder, Day);
        return
            from seat in db.Seats
            where seat.From <= day && (seat.To == null || day <= seat.To)
            join person in db.People.VisibleTo(me, db) on seat.PersonId equals person.Id
            join unit in db.Units on person.UnitId equals unit.Id
            orderby seat.Kind == SeatKind.Chair ? 0 : seat.Kind == SeatKind.ViceChair ? 1 : seat.Kind == SeatKind.Member ? 2 : 3, EF.Functions.Collate(person.NameFolded, order)
            select new Who(seat.BodyId, person.Id, person.Name, unit.Name, seat.Kind, seat.From, seat.To);
    }

    /// <summary>Somebody in a seat.</summary>
    internal sealed record Who(Id<PublicBody> Body, Id<Person> Id, string Name, string Unit, SeatKind Kind, DateOnly From, DateOnly? To);

    /// <param name="SeesAll">The reader sees everybody who could sit there.</param>
    internal sealed record Row(PublicBody Body, string Unit, IReadOnlyList<Who> Sitting, bool SeesAll)
    {
        public int Vacant(bool substitutes) => SeesAll ? Body.Vacant(Sitting.Select(s => s.Kind), substitutes) ?? 0 : 0;
    }
}
