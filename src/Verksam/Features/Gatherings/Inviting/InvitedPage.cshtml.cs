using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Segments;
using Verksam.Features.People.Welcome;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Inviting;

/// <summary>Who has been asked to come and what each has answered, for those who arrange; and more to ask.</summary>
[Requires(Permission.Arrange)]
internal sealed class InvitedPage(AppDb db, CurrentUser me, SegmentPeople segments, InvitedPage.Parts parts) : PageModel
{
    // so many days back somebody may have been asked to the same thing when they were welcomed
    private const int Welcomed = 60;

    private const string Members = "medlemmar", Holders = "uppdrag";

    /// <summary>A segment's id, or the members of the units that arrange it, or those there with the assignment that it is for.</summary>
    [BindProperty(Name = "vilka", SupportsGet = true)]
    public string? Whom { get; set; }

    /// <summary>Also those who have said that they do not want to be contacted: a notice of a meeting is everybody's due.</summary>
    [BindProperty(Name = "aven")]
    public bool AlsoSilent { get; set; }

    public Gathering Gathering { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public ILookup<InvitedState, Row> All { get; private set; } = Array.Empty<Row>().ToLookup(_ => InvitedState.Sent);
    public bool IsOpen => Gathering.State == GatheringState.Published && Gathering.Starts > db.Clock.GetUtcNow();
    public bool AnyToRemind => All[InvitedState.Sent].Concat(All[InvitedState.Opened]).Any();

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        foreach (var row in All.SelectMany(a => a))
            db.NoteReading(row.Invited.PersonId);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id) || Choices.All(c => c.Value != Whom))
            return NotFound();
        var whom = await Meant();
        if (ModelState.Refuses(!IsOpen ? SignUpRefusals.Closed : whom.Count > GatheringInvitation.Most ? GatheringRefusals.TooMany : whom.Count == 0 ? InvitingRefusals.Nobody : null, parts.Texts))
            return Page();
        parts.Desk.Invite(Gathering, whom);
        await db.SaveChangesAsync();
        TempData.Say(await Told(whom), $"/aktiviteter/{id}/inbjudna?handler=TakeBack");
        return Redirect($"/aktiviteter/{id}/inbjudna?vilka={Uri.EscapeDataString(Whom!)}");
    }

    /// <summary>Those who have not answered are asked once more.</summary>
    public async Task<IActionResult> OnPostRemind(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        if (ModelState.Refuses(IsOpen ? null : SignUpRefusals.Closed, parts.Texts))
            return Page();
        var waiting = All[InvitedState.Sent].Concat(All[InvitedState.Opened]).Select(r => r.Invited.Id).ToList();
        parts.Desk.Remind(await db.GatheringInvitations.Where(i => waiting.Contains(i.Id)).ToListAsync());
        await db.SaveChangesAsync();
        TempData.Say($"{parts.Texts.Capital(parts.Texts.Count("Inviting.Reminded", waiting.Count))} {LettersGo(waiting.Count)}", $"/aktiviteter/{id}/inbjudna?handler=TakeBack&paminnelser=true");
        return Redirect($"/aktiviteter/{id}/inbjudna");
    }

    /// <summary>As long as the letters wait.</summary>
    public async Task<IActionResult> OnPostTakeBack(Id<Gathering> id, [FromQuery(Name = "paminnelser")] bool reminders)
    {
        if (!await Find(id))
            return NotFound();
        var many = await parts.Desk.TakeBack(id, reminders);
        await db.SaveChangesAsync();
        TempData.Say(many == 0 ? parts.Texts["Inviting.TooLate"] : parts.Texts.Capital(parts.Texts.Count("Inviting.TakenBack", many)));
        return Redirect($"/aktiviteter/{id}/inbjudna");
    }

    private async Task<string> Told(List<Id<Person>> whom)
    {
        var reached = await db.People.CountAsync(p => whom.Contains(p.Id) && p.Email != null);
        var left = AlsoSilent ? 0 : await (await Group()).CountAsync(p => Silent.Contains(p.Id));
        return string.Join(' ', new[] { parts.Texts.Capital(parts.Texts.Count("Inviting.Done", whom.Count)), LettersGo(reached), left == 0 ? null : parts.Texts.Capital(parts.Texts.Count("Inviting.LeftOut", left)) }.OfType<string>());
    }

    private string LettersGo(int letters) => parts.Texts.Capital(parts.Texts.Count("Inviting.LettersGo", letters, OurTime.Hour(db.Clock.GetUtcNow() + InvitingDesk.Pause)));

    /// <summary>Those who have said, when they were welcomed, that they do not want to be contacted.</summary>
    private IQueryable<Id<Person>> Silent => db.WelcomeCases.Where(c => c.End == WelcomeEnd.DoesNotWant && !db.WelcomeCases.Any(later => later.PersonId == c.PersonId && later.Since > c.Since)).Select(c => c.PersonId);

    private async Task<List<Id<Person>>> Meant()
    {
        var people = await Group();
        return await (AlsoSilent ? people : people.Where(p => !Silent.Contains(p.Id))).Select(p => p.Id).Take(GatheringInvitation.Most + 1).ToListAsync();
    }

    // whom one may see, who has not been asked and has not said anything; who this is of those under seal nobody here is told
    private async Task<IQueryable<Person>> Group()
    {
        var (id, today, title, recent) = (Gathering.Id, parts.Time.Today, Gathering.Title, db.Clock.GetUtcNow().AddDays(-Welcomed));
        var people = db.People.VisibleTo(me, db).Where(p => !p.IsProtected && !db.GatheringInvitations.Any(i => i.GatheringId == id && i.PersonId == p.Id) && !db.SignUps.Any(s => s.GatheringId == id && s.PersonId == p.Id && s.State != SignUpState.Left)
            && !db.WelcomeInvitations.Any(w => w.PersonId == p.Id && w.What == title && w.At > recent));
        var there = db.Units.Where(u => db.Units.Any(above => (above.Id == Gathering.UnitId || db.CoArrangers.Any(c => c.GatheringId == id && c.UnitId == above.Id)) && u.Path.StartsWith(above.Path))).Select(u => u.Id);
        return Whom switch
        {
            Members => people.Where(p => db.Relations.On(today).Any(r => r.Kind == RelationKind.Member && r.PersonId == p.Id && there.Contains(r.UnitId))),
            Holders => people.Where(p => db.Assignments.Any(a => a.PersonId == p.Id && a.RoleId == Gathering.RoleId && a.From <= today && (a.To == null || today <= a.To) && there.Contains(a.UnitId))),
            _ => await segments.Among(people, Id<Segment>.Parse(Whom!, null)),
        };
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        Gathering = gathering;
        Choices = await Offered();
        var rows = await (
            from invited in db.GatheringInvitations.AsNoTracking()
            where invited.GatheringId == id
            join person in db.People on invited.PersonId equals person.Id
            orderby EF.Functions.Collate(person.NameFolded, db.SwedishOrder), person.Id
            select new Row(invited, person.Name, person.Email, person.Phone, db.SignUps.Any(s => s.GatheringId == id && s.PersonId == person.Id && s.State != SignUpState.Left))).ToListAsync();
        All = rows.ToLookup(r => r.State);
        return true;
    }

    // those it is for come first
    private async Task<IReadOnlyList<SelectListItem>> Offered()
    {
        List<SelectListItem> all = [new(parts.Texts["Inviting.Members"], Members), .. (await segments.Wording()).Known.Segments.Where(s => !string.IsNullOrEmpty(s.Value)).Select(s => new SelectListItem(s.Text, s.Value))];
        if (Gathering.Audience == Audience.Assignment && await db.Roles.Where(r => r.Id == Gathering.RoleId).Select(r => r.Name).SingleOrDefaultAsync() is { } role)
            all.Insert(0, new(parts.Texts["Inviting.Holders", role], Holders));
        return [.. all.OrderByDescending(c => Gathering.Audience == Audience.Segment && c.Value == Gathering.SegmentId.ToString())];
    }

    internal sealed record Parts(Texts Texts, InvitingDesk Desk, OurTime Time);

    /// <param name="Comes">Has signed up, by whatever road.</param>
    internal sealed record Row(GatheringInvitation Invited, string Name, string? Email, string? Phone, bool Comes)
    {
        public InvitedState State => Comes ? InvitedState.Yes : Invited switch
        {
            { Answer: InvitedAnswer.Yes } => InvitedState.Left,
            { Answer: InvitedAnswer.Maybe } => InvitedState.Maybe,
            { Answer: InvitedAnswer.No } => InvitedState.No,
            { OpenedAt: not null } => InvitedState.Opened,
            _ => Email is null ? InvitedState.ToCall : InvitedState.Sent,
        };
    }
}

/// <summary>How it stands with one who was asked.</summary>
internal enum InvitedState
{
    ToCall,
    Sent,
    Opened,
    Maybe,
    Yes,
    Left,
    No,
}

internal static class InvitingRefusals
{
    public static readonly Refusal Nobody = new("Inviting.Refused.Nobody");
}
