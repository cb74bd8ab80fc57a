using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Belonging;

/// <summary>Notes that somebody has paid the fee, and shows what was paid before.</summary>
[Requires(Permission.EditPeople)]
internal sealed class PaymentPage(AppDb db, CurrentUser me, MembershipSettings settings, OurTime time, Texts texts) : PageModel
{
    private BelongingOf _belonging = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public MembershipRule Rule { get; private set; } = null!;

    /// <summary>The last first.</summary>
    public IReadOnlyList<PaidPeriod> Paid { get; private set; } = [];

    public string Day(DateOnly day) => time.Day(day);

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        Input.PaidOn = time.Today;
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Pay(out var period), texts, "Input.PaidOn"))
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["People.Payment.Saved", Person.Name, time.Day(period!.To)]);
        return Redirect($"/manniskor/{id}/avgift");
    }

    /// <summary>Noted by mistake: as if it had not been paid.</summary>
    public async Task<IActionResult> OnPostBack(Id<Person> id, Id<PaidPeriod> period)
    {
        if (!await Find(id) || Paid.FirstOrDefault(p => p.Id == period) is not { } mistake)
            return NotFound();
        db.PaidPeriods.Remove(mistake);
        await db.SaveChangesAsync();
        TempData.Say(texts["People.Payment.TakenBack"]);
        return Redirect($"/manniskor/{id}/avgift");
    }

    private Refusal? Pay(out PaidPeriod? period)
    {
        period = null;
        if (Input.PaidOn > time.Today)
            return BelongingRefusals.NotPaidYet;
        if (_belonging.On(Input.PaidOn)?.Kind != RelationKind.Member)
            return BelongingRefusals.NotAMember;
        if (Paid.Any(p => p.PaidOn == Input.PaidOn))
            return BelongingRefusals.PaidAlready;
        var (from, to, valid) = Rule.Covers(Input.PaidOn, Paid is [var last, ..] ? last.To : null);
        db.PaidPeriods.Add(period = new PaidPeriod(Person.Id, from, to, Input.PaidOn, valid));
        return null;
    }

    private async Task<bool> Find(Id<Person> id)
    {
        Rule = await settings.Now();
        if (Rule.Year == FeeYear.None || await db.People.EditableBy(me, db, id) is not { } person)
            return false;
        Person = person;
        _belonging = new BelongingOf(person, await db.Relations.AsNoTracking().Where(r => r.PersonId == id).ToListAsync());
        Paid = await db.PaidPeriods.Where(p => p.PersonId == id).OrderByDescending(p => p.To).ToListAsync();
        return true;
    }

    internal sealed class Form
    {
        [Day]
        public DateOnly PaidOn { get; set; }
    }
}
