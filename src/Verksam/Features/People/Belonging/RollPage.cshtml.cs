using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Belonging;

/// <summary>Who has a vote on a day, in a unit and below, and how many delegates that gives. The address is the question.</summary>
[Requires(Permission.SeePeople)]
internal sealed class RollPage(AppDb db, CurrentUser me, MembershipSettings settings, OurTime time) : PageModel
{
    /// <summary>That somebody read a voting roll, in the trail.</summary>
    public const string What = "VotingRoll";

    private const int MostMembers = 20_000;

    [BindProperty(Name = "enhet", SupportsGet = true)]
    public string? Slug { get; set; }

    [BindProperty(Name = "den", SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(Name = "delare", SupportsGet = true)]
    public int? Divisor { get; set; }

    [BindProperty(Name = "minst", SupportsGet = true)]
    public int AtLeast { get; set; } = 1;

    /// <summary>Also for a last part of the number.</summary>
    [BindProperty(Name = "paborjat", SupportsGet = true)]
    public bool Begun { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];
    public Choice Unit { get; private set; } = null!;
    public DateOnly Day { get; private set; }
    public MembershipRule Rule { get; private set; } = null!;
    public IReadOnlyList<Row> Members { get; private set; } = [];

    public IReadOnlyList<Row> Voters => [.. Members.Where(m => m.HasVote)];
    public IReadOnlyList<Row> Others => [.. Members.Where(m => !m.HasVote)];
    public string Said(DateOnly day) => time.Day(day);
    public string Written => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Each unit with members there, and what the number gives it.</summary>
    public IReadOnlyList<(string Unit, int Votes, int Delegates)> Delegates => Divisor is not { } divisor ? []
        : [.. Members.GroupBy(m => m.Unit).Select(g => (g.Key, Votes: g.Count(m => m.HasVote))).Select(u => (u.Key, u.Votes, Membership.Delegates(u.Votes, divisor, Begun, AtLeast)))];

    public async Task<IActionResult> OnGet()
    {
        var seen = await db.Units.Within(me.Where(Permission.SeePeople)).Select(u => new Choice(u.Id, u.Slug, u.Name, u.Path)).ToListAsync();
        Units = [.. seen.OrderBy(u => u.Path.Length).ThenBy(u => u.Name, StringComparer.Create(Languages.Swedish, ignoreCase: true))];
        if ((string.IsNullOrEmpty(Slug) ? Units[0] : Units.FirstOrDefault(u => u.Slug == Slug)) is not { } unit)
            return NotFound();
        (Unit, Day, Rule) = (unit, Membership.Within(On) ?? time.Today, await settings.Now());
        (Divisor, AtLeast) = (Divisor is >= 1 and <= MostMembers ? Divisor : null, Math.Clamp(AtLeast, 0, 100));
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        Members = await Read();
        db.Note(AuditKind.Read, What, unit.Id.Value);
        await db.SaveChangesAsync();
        return Page();
    }

    private async Task<IReadOnlyList<Row>> Read()
    {
        var below = Unit.Path;
        var order = db.SwedishOrder;
        var people = db.People.VisibleTo(me, db);
        var votes = db.Relations.WithVoteOn(db, Day, Rule).Select(r => r.Id);
        return await (
            from relation in db.Relations.On(Day)
            where relation.Kind == RelationKind.Member
            join person in people on relation.PersonId equals person.Id
            join unit in db.Units on relation.UnitId equals unit.Id
            where unit.Path.StartsWith(below)
            orderby unit.Path.Length, EF.Functions.Collate(unit.Name, order), EF.Functions.Collate(person.NameFolded, order)
            select new Row(person.Id, person.Name, unit.Name, relation.From, votes.Contains(relation.Id),
                db.PaidPeriods.Where(p => p.PersonId == person.Id && p.From <= Day).Max(p => (DateOnly?)p.To),
                db.PaidPeriods.Where(p => p.PersonId == person.Id && p.To >= Day).Min(p => (DateOnly?)p.ValidFrom))).Take(MostMembers).ToListAsync();
    }

    internal sealed record Choice(Id<Unit> Id, string Slug, string Name, string Path);

    /// <summary>A member on the day.</summary>
    /// <param name="PaidTo">The last day that was paid, as far as the periods that had begun tell.</param>
    /// <param name="VoteFrom">When what is paid gives a vote.</param>
    internal sealed record Row(Id<Person> Id, string Name, string Unit, DateOnly Since, bool HasVote, DateOnly? PaidTo, DateOnly? VoteFrom);
}
