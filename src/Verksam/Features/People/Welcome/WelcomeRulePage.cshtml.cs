using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Reach;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Welcome;

/// <summary>How a unit welcomes: in how many days, with which words, to what, and who calls.</summary>
[Requires(Permission.EditPeople)]
internal sealed class WelcomeRulePage(AppDb db, CurrentUser me, WelcomeRulePage.Parts parts, OurTime time, Texts texts) : PageModel
{
    private WelcomeRule? _rule;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Unit Unit { get; private set; } = null!;
    public Welcoming Inherited { get; private set; } = null!;
    public IReadOnlyList<Row> Pool { get; private set; } = [];
    public IReadOnlyList<(Id<Person> Id, string Name)> Others { get; private set; } = [];

    public string Said(DateOnly day) => time.Day(day);
    public string ProposedScript => Inherited.Script ?? texts["Welcome.Script"];

    public async Task<IActionResult> OnGet(string slug)
    {
        if (!await Find(slug))
            return NotFound();
        return AsItIs();
    }

    public async Task<IActionResult> OnPost(string slug)
    {
        if (!await Find(slug))
            return NotFound();
        if (_rule is null)
            db.WelcomeRules.Add(_rule = new WelcomeRule(Unit.Id));
        else
            db.Expect(_rule, Input.Revision);
        var script = Input.Script?.ReplaceLineEndings("\n").Trim() == ProposedScript && _rule.Script is null ? null : Input.Script;
        if (!ModelState.IsValid || ModelState.Refuses(_rule.Write(Input.Days!.Value, script, Input.What, Input.When, Input.Where), texts, "Input.What"))
            return Page();
        await db.SaveChangesAsync();
        return Said("Welcome.Rule.Saved", Unit.Name);
    }

    public async Task<IActionResult> OnPostAdd(string slug, Id<Person> person)
    {
        if (!await Find(slug))
            return NotFound();
        ModelState.Clear(); // the other form was not sent
        if (ModelState.Refuses(Others.Any(o => o.Id == person) ? null : WelcomeRefusals.NotAContact, texts))
            return AsItIs();
        db.ContactPeople.Add(new ContactPerson(Unit.Id, person));
        return await Settled("Welcome.Rule.Added", Others.First(o => o.Id == person).Name);
    }

    public async Task<IActionResult> OnPostContact(string slug, Id<ContactPerson> contact, ContactForm one)
    {
        if (!await Find(slug) || await db.ContactPeople.SingleOrDefaultAsync(c => c.Id == contact && c.UnitId == Unit.Id) is not { } found)
            return NotFound();
        ModelState.Remove(nameof(Form.Days)); // the other form was not sent
        if (!ModelState.IsValid || ModelState.Refuses(Codes(one.Languages, out var codes), texts))
            return AsItIs();
        found.Write(one.Most!.Value, codes, one.PausedTo >= time.Today ? one.PausedTo : null);
        return await Settled("Welcome.Rule.Changed", Pool.First(p => p.Id == contact).Name);
    }

    public async Task<IActionResult> OnPostRemove(string slug, Id<ContactPerson> contact)
    {
        if (!await Find(slug) || await db.ContactPeople.SingleOrDefaultAsync(c => c.Id == contact && c.UnitId == Unit.Id) is not { } found)
            return NotFound();
        db.ContactPeople.Remove(found);
        return await Settled("Welcome.Rule.Removed", Pool.First(p => p.Id == contact).Name);
    }

    private PageResult AsItIs()
    {
        Input = new()
        {
            Days = Inherited.Days,
            Script = ProposedScript,
            What = _rule?.InviteWhat,
            When = _rule?.InviteWhen,
            Where = _rule?.InviteWhere,
            Revision = _rule?.Revision ?? 0,
        };
        return Page();
    }

    // who pauses or is taken away keeps nobody: the cases move at once
    private async Task<IActionResult> Settled(string said, string name)
    {
        await db.SaveChangesAsync();
        await parts.Desk.Settle();
        return Said(said, name);
    }

    private RedirectResult Said(string key, string name)
    {
        TempData.Say(texts[key, name]);
        return Redirect($"/organisation/{Unit.Slug}/valkomna");
    }

    private static Refusal? Codes(string? written, out IReadOnlyList<string> codes)
    {
        var words = (written ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        codes = [.. words.Select(Tongues.Code).OfType<string>().Distinct(StringComparer.Ordinal).Take(ContactPerson.MostLanguages)];
        return words.FirstOrDefault(w => Tongues.Code(w) is null) is { } strange ? WelcomeRefusals.NoSuchLanguage with { Facts = [strange] } : null;
    }

    /// <summary>"arabiska, somaliska".</summary>
    public static string Names(string? codes) => string.Join(", ", (codes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Tongues.Name));

    private async Task<bool> Find(string slug)
    {
        if (await db.Units.Within(me.Where(Permission.EditPeople)).SingleOrDefaultAsync(u => u.Slug == slug) is not { } unit)
            return false;
        Unit = unit;
        Inherited = await db.RulesOf(unit.Path);
        _rule = await db.WelcomeRules.SingleOrDefaultAsync(r => r.UnitId == unit.Id);
        Pool = await (
            from contact in db.ContactPeople
            where contact.UnitId == unit.Id
            join person in db.People on contact.PersonId equals person.Id
            orderby person.NameFolded, person.Id
            select new Row(contact.Id, person.Id, person.Name, contact.Most, contact.Languages, contact.PausedTo,
                db.WelcomeCases.Count(c => c.ContactId == person.Id && c.EndedOn == null))).ToListAsync();
        Others = [.. (await parts.Queue.Possible()).Where(o => !Pool.Any(p => p.PersonId == o.Id))];
        return true;
    }

    internal sealed record Row(Id<ContactPerson> Id, Id<Person> PersonId, string Name, int Most, string? Languages, DateOnly? PausedTo, int Waiting);

    internal sealed class Form
    {
        [Required, Range(1, WelcomeRule.MostDays)]
        public int? Days { get; set; }

        [StringLength(WelcomeRule.LongestScript)]
        public string? Script { get; set; }

        [StringLength(WelcomeRule.LongestLine)]
        public string? What { get; set; }

        [StringLength(WelcomeRule.LongestLine)]
        public string? When { get; set; }

        [StringLength(WelcomeRule.LongestLine)]
        public string? Where { get; set; }

        public int Revision { get; set; }
    }

    internal sealed class ContactForm
    {
        [Required, Range(1, ContactPerson.MostAtOnce)]
        public int? Most { get; set; }

        [StringLength(120)]
        public string? Languages { get; set; }

        [Day]
        public DateOnly? PausedTo { get; set; }
    }

    /// <summary>What the page asks.</summary>
    internal sealed class Parts(WelcomeDesk desk, WelcomeQueue queue)
    {
        public WelcomeDesk Desk => desk;
        public WelcomeQueue Queue => queue;
    }
}
