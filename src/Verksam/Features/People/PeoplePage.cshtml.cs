using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People;

/// <summary>Who is who: the people one may see. The address is the filter.</summary>
[Requires(Permission.SeePeople)]
internal sealed class PeoplePage(AppDb db, CurrentUser me, IWaysIn ways, OurTime time, Texts texts) : PageModel
{
    /// <summary>The choice of those without any assignment.</summary>
    public const string WithoutDuty = "utan";

    private const int PageSize = 50;

    [BindProperty(Name = "uppdrag", SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(Name = "enhet", SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>What they are to the organisation; null for all.</summary>
    [BindProperty(Name = "vilka", SupportsGet = true)]
    public RelationKind? Kind { get; set; }

    /// <summary>The list as it was on a day; null for today.</summary>
    [BindProperty(Name = "den", SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(Name = "text", SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    public IReadOnlyList<Choice> Units { get; private set; } = [];
    public IReadOnlyList<Choice> Roles { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total => Rows is [var first, ..] ? first.Total : 0;
    public Paging Paging => new(Sheet, Total, PageSize, Request);

    /// <summary>"Du ser Norrlidens län, eftersom du är ombudsman där."</summary>
    public string Lead => texts["People.Lead", texts.And([.. Units.Where(IsTop).Take(3).Select(u => u.Name)]),
        me.Where(Permission.SeePeople)[0].RoleName.ToLowerInvariant()];

    public DateOnly At => On ?? time.Today;

    private bool IsTop(Choice unit) =>
        !Units.Any(above => above != unit && unit.Sort.StartsWith(above.Sort, StringComparison.Ordinal));

    public async Task<IActionResult> OnGet()
    {
        On = Membership.Within(On) is { } day && day != time.Today ? day : null;
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        var choices = await Choices();
        var order = StringComparer.Create(Languages.Swedish, ignoreCase: true);
        Units = [.. choices.Where(c => c.IsUnit).OrderBy(c => c.Sort.Length).ThenBy(c => c.Name, order)];
        Roles = [.. choices.Where(c => !c.IsUnit).OrderBy(c => c.Sort, StringComparer.Ordinal)];
        Sheet = Math.Clamp(Sheet, 1, 100_000);
        Rows = await Read(Chosen());
        return Rows.Count == 0 && Sheet > 1 ? Redirect(Paging.To(1)) : Page();
    }

    // one query for both lists
    private async Task<IReadOnlyList<Choice>> Choices()
    {
        var both = await db.Units.Within(me.Where(Permission.SeePeople))
            .Select(u => new { Key = u.Slug, u.Name, Path = (string?)u.Path, Order = 0 })
            .Concat(db.Roles.Select(r => new { Key = r.Code, r.Name, Path = (string?)null, r.Order })).ToListAsync();
        return [.. both.Select(c =>
            new Choice(c.Path is not null, c.Key, c.Name, c.Path ?? c.Order.ToString("D4", CultureInfo.InvariantCulture)))];
    }

    private IQueryable<Person> Chosen()
    {
        var people = db.People.VisibleTo(me, db);
        var (today, relations) = (At, db.Relations.On(At));
        if (Kind is { } kind)
            people = people.Where(p => relations.Any(r => r.PersonId == p.Id && r.Kind == kind));
        else if (On is not null)
            people = people.Where(p => relations.Any(r => r.PersonId == p.Id));
        if (Units.FirstOrDefault(u => u.Key == Unit) is { Sort: var path })
            people = On is null
                ? people.Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(path)))
                : people.Where(p => relations.Any(r => r.PersonId == p.Id && db.Units.Any(u => u.Id == r.UnitId && u.Path.StartsWith(path))));
        if (OneLine.OrNull(Text) is { } text && AppDb.Folded(text) is var folded)
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to SQL, where there is no culture
            people = people.Where(p => p.NameFolded.Contains(folded) || (p.Email != null && p.Email.ToLower().Contains(folded)));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        if (string.IsNullOrEmpty(Role))
            return people;
        var held = db.Assignments.Where(a => a.From <= today && (a.To == null || today <= a.To));
        return Role == WithoutDuty
            ? people.Where(p => !held.Any(a => a.PersonId == p.Id))
            : people.Where(p => held.Any(a => a.PersonId == p.Id && db.Roles.Any(r => r.Id == a.RoleId && r.Code == Role)));
    }

    private Task<List<Row>> Read(IQueryable<Person> chosen)
    {
        var (today, relations) = (At, db.Relations.On(At));
        var order = db.SwedishOrder;
        var holders = ways.Holders;
        var duties = Duty.All(db).Where(d => d.From <= today && (d.To == null || today <= d.To));
        return (
            from person in chosen
            join unit in db.Units on person.UnitId equals unit.Id
            orderby EF.Functions.Collate(person.NameFolded, order), person.Id
            select new Row(person.Id, person.Name, person.Phone, unit.Name, holders.Contains(person.Id),
                relations.Where(r => r.PersonId == person.Id).Select(r => (RelationKind?)r.Kind).FirstOrDefault(), duties.Where(d => d.PersonId == person.Id).ToList(), chosen.Count()))
            .Skip((Sheet - 1) * PageSize).Take(PageSize).ToListAsync();
    }

    internal sealed record Choice(bool IsUnit, string Key, string Name, string Sort);

    internal sealed record Row(Id<Person> Id, string Name, string? Phone, string Unit, bool HasAccount, RelationKind? Kind, List<Duty> Duties, int Total)
    {
        /// <summary>That somebody is a member is said only when there is nothing else to say.</summary>
        public RelationKind? Telling => Kind == RelationKind.Member && Duties.Count > 0 ? null : Kind;

        public string Dial => string.Concat(Phone?.Where(c => char.IsAsciiDigit(c) || c == '+') ?? []);
    }
}
