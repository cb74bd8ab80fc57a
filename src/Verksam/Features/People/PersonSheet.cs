using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People;

/// <summary>What a reader is shown of one person.</summary>
internal sealed record PersonSheet(PersonAsk Ask, PersonSheet.Found Rows, MembershipRule Rule, IReadOnlyList<PersonSection> Sections, PersonSheet.Words Said)
{
    public Person Person => Ask.Person;
    public Unit Unit => Ask.Unit;
    public bool IsMe => Ask.IsOwn;
    public WayIn? WayIn => Rows.WayIn;

    /// <summary>What other rooms let one do here.</summary>
    public IReadOnlyList<PersonLink> Links { get; init; } = [];

    public bool MayEdit => Ask.MayEdit;
    public bool MayGive => Ask.Me.Can(Permission.EditPeople);
    public bool MaySeeWho => IsMe || Ask.Me.Can(Permission.ReadAudit, Unit.Path);
    public IEnumerable<Duty> Now => Rows.Duties.Where(d => d.HoldsOn(Ask.Today));
    public IEnumerable<Duty> Soon => Rows.Duties.Where(d => d.IsToCome(Ask.Today));
    public IEnumerable<Duty> Before => Rows.Duties.Where(d => d.To < Ask.Today && d.From <= d.To).OrderByDescending(d => d.To);

    /// <summary>Before the assignments, after them, and beside.</summary>
    public IEnumerable<PersonSection> First => Sections.Where(s => s.Order < IPersonSection.AfterDuties);
    public IEnumerable<PersonSection> Then => Sections.Where(s => s.Order is >= IPersonSection.AfterDuties and < IPersonSection.Beside);
    public IEnumerable<PersonSection> Beside => Sections.Where(s => s.Order >= IPersonSection.Beside);

    public bool MayEnd(Duty duty) => Ask.Me.Can(Permission.EditPeople, duty.UnitPath);

    /// <summary>"Medlem i Alnäs sedan 3 mars 2019."; where the person belongs, when nothing more is known.</summary>
    public string BelongsSaid => Rows.Relation is not { } relation ? Said.Texts["People.Person.Lead", Unit.Name]
        : Said.Texts["People.Person.Since", Said.Texts[$"People.Relation.{relation.Kind}.In", Unit.Name], Said.Time.Day(relation.From)]
            + (relation.To is { } to ? " " + Said.Texts["People.Person.Leaves", Said.Time.Day(to)] : "");

    /// <summary>"Avgiften är betald till 31 december.", of a member where there are fees.</summary>
    public string? PaidSaid => Rows.Relation?.Kind != RelationKind.Member || Rule.Year == FeeYear.None ? null
        : Rows.Paid is not { } paid ? Said.Texts["People.Person.NeverPaid"]
        : Said.Texts[paid.To >= Ask.Today ? "People.Person.PaidTo" : "People.Person.PaidUntil", Said.Time.Day(paid.To)];

    /// <summary>"sedan 3 mars", "3 mars–14 juni", "från 1 juli".</summary>
    public string Period(Duty duty) => duty switch
    {
        { To: { } to } => Said.Texts["People.Period", Said.Time.Day(duty.From), Said.Time.Day(to)],
        _ when duty.IsToCome(Ask.Today) => Said.Texts["People.Period.From", Said.Time.Day(duty.From)],
        _ => Said.Texts["People.Period.Since", Said.Time.Day(duty.From)],
    };

    public string AccountSaid => WayIn switch
    {
        null => Said.Texts["People.Account.None"],
        { LastSignIn: null } when Person.IsProtected && !IsMe => Said.Texts["People.Account.InvitedSealed"],
        { LastSignIn: null } => Said.Texts["People.Account.Invited", WayIn.Email],
        { LastSignIn: { } at } => Said.Texts["People.Account.SignedIn", Said.Moment(at)],
    };

    public string SeenSaid => !IsMe ? Said.Texts["People.Seen.Noted"]
        : Rows.Seen is not { } seen ? Said.Texts["People.Seen.Never"]
        : Said.Texts["People.Seen.Last", Said.Moment(seen.At), seen.By ?? "–"];

    /// <param name="Paid">The latest there is.</param>
    /// <param name="Seen">Who last looked, for the person; null when nobody did.</param>
    internal sealed record Found(Relation? Relation, PaidPeriod? Paid, IReadOnlyList<Duty> Duties, WayIn? WayIn, Look? Seen);

    internal sealed record Words(Texts Texts, OurTime Time)
    {
        public string Moment(DateTimeOffset at) => Time.Moment(at, Texts["People.Yesterday"]);
    }
}

/// <summary>Gathers it, for somebody who has been found to see the person.</summary>
internal sealed class PersonSheets(AppDb db, CurrentUser me, MembershipSettings membership, PersonSheet.Words said, PersonSheets.Sockets sockets)
{
    public async Task<PersonSheet> Of(Person person)
    {
        var ask = new PersonAsk(person, await db.Units.AsNoTracking().SingleAsync(u => u.Id == person.UnitId), me, said.Time.Today);
        List<PersonSection> sections = [];
        foreach (var socket in sockets.Sections.OrderBy(s => s.Order))
        {
            if (await socket.For(ask) is { } section)
                sections.Add(section);
        }
        return new(ask, await Rows(ask), await membership.Now(), sections, said) { Links = [.. sockets.Links.Where(l => me.Can(l.Needs))] };
    }

    private async Task<PersonSheet.Found> Rows(PersonAsk ask)
    {
        var id = ask.Person.Id;
        return new(
            await db.Relations.AsNoTracking().On(ask.Today).SingleOrDefaultAsync(r => r.PersonId == id),
            await db.PaidPeriods.AsNoTracking().Where(p => p.PersonId == id).OrderByDescending(p => p.To).FirstOrDefaultAsync(),
            await Duty.All(db).Where(d => d.PersonId == id).ToListAsync(),
            await sockets.Ways.Of(id),
            ask.IsOwn && await Look.Latest(db, id, 1) is [var latest] ? latest : null);
    }

    /// <summary>Who has a way in, and what other rooms have plugged in.</summary>
    internal sealed record Sockets(IWaysIn Ways, IEnumerable<PersonLink> Links, IEnumerable<IPersonSection> Sections);
}
