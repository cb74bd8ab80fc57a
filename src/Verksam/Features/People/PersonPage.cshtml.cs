using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People;

/// <summary>One person: how to reach, what the person is and has been. That somebody else looked is written down.</summary>
[Requires(Permission.None)]
internal sealed class PersonPage(AppDb db, CurrentUser me, PersonPage.Parts parts, OurTime time, Texts texts) : PageModel
{
    private IReadOnlyList<Duty> _duties = [];
    private IReadOnlyList<PersonSection> _sections = [];
    private Look? _seen;

    public Person Person { get; private set; } = null!;
    public Unit Unit { get; private set; } = null!;
    public WayIn? WayIn { get; private set; }
    public Relation? Relation { get; private set; }
    public PaidPeriod? Paid { get; private set; }
    public MembershipRule Rule { get; private set; } = null!;

    public bool IsMe => Person.Id.Value == me.PersonId;
    /// <summary>What other rooms let one do here.</summary>
    public IEnumerable<PersonLink> Links => parts.Links.Where(l => me.Can(l.Needs));

    public bool MayEdit => me.Can(Permission.EditPeople, Unit.Path);
    public bool MayGive => me.Can(Permission.EditPeople);
    public IEnumerable<Duty> Now => _duties.Where(d => d.HoldsOn(time.Today));
    public IEnumerable<Duty> Soon => _duties.Where(d => d.IsToCome(time.Today));
    public IEnumerable<Duty> Before => _duties.Where(d => d.To < time.Today && d.From <= d.To).OrderByDescending(d => d.To);

    /// <summary>Before the assignments, after them, and beside.</summary>
    public IEnumerable<PersonSection> First => _sections.Where(s => s.Order < IPersonSection.AfterDuties);
    public IEnumerable<PersonSection> Then => _sections.Where(s => s.Order is >= IPersonSection.AfterDuties and < IPersonSection.Beside);
    public IEnumerable<PersonSection> Beside => _sections.Where(s => s.Order >= IPersonSection.Beside);

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (await db.People.VisibleTo(me, db).SingleOrDefaultAsync(p => p.Id == id) is not { } person)
            return NotFound();
        Person = person;
        await Fill(id);
        if (IsMe)
            _seen = await Look.Latest(db, id, 1) is [var latest] ? latest : null;
        else
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    private async Task Fill(Id<Person> id)
    {
        (Unit, Relation, Paid, _duties) = await parts.Kept.Get((nameof(PersonPage), id, Person.UnitId, time.Today), () => Standing(id));
        Rule = await parts.Membership.Now();
        WayIn = await parts.Ways.Of(id);
        var ask = new PersonAsk(Person, Unit, me, time.Today);
        foreach (var socket in parts.Sections.OrderBy(s => s.Order))
        {
            if (await socket.For(ask) is { } section)
                _sections = [.. _sections, section];
        }
    }

    private async Task<(Unit, Relation?, PaidPeriod?, IReadOnlyList<Duty>)> Standing(Id<Person> id) => (
        await db.Units.AsNoTracking().SingleAsync(u => u.Id == Person.UnitId),
        await db.Relations.AsNoTracking().On(time.Today).SingleOrDefaultAsync(r => r.PersonId == id),
        await db.PaidPeriods.AsNoTracking().Where(p => p.PersonId == id).OrderByDescending(p => p.To).FirstOrDefaultAsync(),
        await Duty.All(db).Where(d => d.PersonId == id).ToListAsync());

    public bool MayEnd(Duty duty) => me.Can(Permission.EditPeople, duty.UnitPath);

    /// <summary>"Medlem i Alnäs sedan 3 mars 2019."; where the person belongs, when nothing more is known.</summary>
    public string BelongsSaid => Relation is null ? texts["People.Person.Lead", Unit.Name]
        : texts["People.Person.Since", texts[$"People.Relation.{Relation.Kind}.In", Unit.Name], time.Day(Relation.From)]
            + (Relation.To is { } to ? " " + texts["People.Person.Leaves", time.Day(to)] : "");

    /// <summary>"Avgiften är betald till 31 december.", of a member where there are fees.</summary>
    public string? PaidSaid => Relation?.Kind != RelationKind.Member || Rule.Year == FeeYear.None ? null
        : Paid is null ? texts["People.Person.NeverPaid"]
        : texts[Paid.To >= time.Today ? "People.Person.PaidTo" : "People.Person.PaidUntil", time.Day(Paid.To)];

    /// <summary>"sedan 3 mars", "3 mars–14 juni", "från 1 juli".</summary>
    public string Period(Duty duty) => duty switch
    {
        { To: { } to } => texts["People.Period", time.Day(duty.From), time.Day(to)],
        _ when duty.IsToCome(time.Today) => texts["People.Period.From", time.Day(duty.From)],
        _ => texts["People.Period.Since", time.Day(duty.From)],
    };

    public string AccountSaid => WayIn switch
    {
        null => texts["People.Account.None"],
        { LastSignIn: null } when Person.IsProtected && !IsMe => texts["People.Account.InvitedSealed"],
        { LastSignIn: null } => texts["People.Account.Invited", WayIn.Email],
        { LastSignIn: { } at } => texts["People.Account.SignedIn", time.Moment(at, texts["People.Yesterday"])],
    };

    public string SeenSaid => !IsMe ? texts["People.Seen.Noted"]
        : _seen is null ? texts["People.Seen.Never"]
        : texts["People.Seen.Last", time.Moment(_seen.At, texts["People.Yesterday"]), _seen.By ?? "–"];

    /// <summary>Who has a way in, how membership is counted, and what other rooms have plugged in.</summary>
    internal sealed class Parts(IWaysIn ways, MembershipSettings membership, Kept kept, IEnumerable<PersonLink> links, IEnumerable<IPersonSection> sections)
    {
        public Kept Kept => kept;
        public MembershipSettings Membership => membership;
        public IWaysIn Ways => ways;
        public IEnumerable<PersonLink> Links => links;
        public IEnumerable<IPersonSection> Sections => sections;
    }
}
