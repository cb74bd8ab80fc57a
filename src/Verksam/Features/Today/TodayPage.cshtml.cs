using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;
using Verksam.Ui;

namespace Verksam.Features.Today;

/// <summary>What waits for me, what I have today, what others have in hand, and what I have done.</summary>
[Requires(Permission.SeePlan)]
internal sealed class TodayPage(AppDb db, CurrentUser me, TodayList list, TodayPage.Parts parts, OurTime time) : PageModel
{
    /// <summary>So many of each are shown to begin with.</summary>
    public const int Most = 12;

    private const int MostOfOthers = 4;

    /// <summary>"allt" shows all.</summary>
    [BindProperty(Name = "visa", SupportsGet = true)]
    public string? Shown { get; set; }

    [BindProperty(Name = "sak")]
    public string? Key { get; set; }

    public string First { get; private set; } = "";
    public IReadOnlyList<Need> Needs { get; private set; } = [];
    public IReadOnlyList<DayItem> Mine { get; private set; } = [];
    public IReadOnlyList<InHand> Others { get; private set; } = [];
    public IReadOnlyList<DoneToday.Line> Done { get; private set; } = [];
    public bool HasLetter { get; private set; }

    public DueWords Due => parts.Due;
    public HowLong HowLong => parts.HowLong;
    public DateOnly Today => time.Today;
    public bool ShowsAll => Shown == "allt";

    public IReadOnlyList<Need> Pressing => [.. Needs.Where(n => n.CannotWait)];
    public IReadOnlyList<Need> Week => [.. Needs.Where(n => !n.CannotWait)];

    public string Lead => Counted(parts.Texts, Needs);

    /// <summary>"Nio saker väntar, tre går inte att skjuta på."</summary>
    public static string Counted(Texts texts, IReadOnlyList<Need> needs)
    {
        var pressing = needs.Count(n => n.CannotWait);
        var all = texts.Capital(texts.Count("Today.Waits", needs.Count));
        return pressing == 0 ? $"{all}." : pressing == needs.Count ? texts[needs.Count == 1 ? "Today.ItCannotWait" : "Today.NoneCanWait", all] : $"{all}, {texts.Count("Today.CannotWait", pressing)}.";
    }

    public async Task OnGet()
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        var self = new Id<Person>(me.PersonId);
        First = await db.People.Where(p => p.Id == self).Select(p => p.First).SingleAsync();
        HasLetter = await db.MorningLetters.AnyAsync(m => m.PersonId == self);
        Needs = await list.Now();
        foreach (var socket in parts.Days)
            Mine = [.. Mine, .. await socket.On(time.Today)];
        Mine = [.. Mine.OrderBy(i => i.At ?? TimeOnly.MaxValue).ThenBy(i => i.Title, StringComparer.CurrentCulture)];
        foreach (var socket in parts.Others)
            Others = [.. Others, .. await socket.Now(MostOfOthers)];
        Done = await parts.Done.Of();
    }

    /// <summary>Something is done in place.</summary>
    public async Task<IActionResult> OnPost() => Said(await list.Do(Key), Key);

    public async Task<IActionResult> OnPostBack() => Said(await list.TakeBack(Key), Key);

    /// <summary>The list comes as a letter from tomorrow.</summary>
    public Task<IActionResult> OnPostLetter() => Letters(self => db.MorningLetters.Add(new MorningLetter(self, time.Now.ToUniversalTime())), wanted: true, "Today.LetterOn", "NoLetter");

    public Task<IActionResult> OnPostNoLetter() => Letters(self => db.MorningLetters.RemoveRange(db.MorningLetters.Where(m => m.PersonId == self)), wanted: false, "Today.LetterOff", "Letter");

    private IActionResult Said(NeedDone? done, string? key)
    {
        if (done is null)
            return NotFound();
        TempData.Say(done.No is { } no ? parts.Texts[no] : done.Said, done is { CanBeTakenBack: true, No: null } ? $"/idag?handler=Back&sak={Uri.EscapeDataString(key!)}" : null);
        return Redirect("/idag");
    }

    private async Task<IActionResult> Letters(Action<Id<Person>> change, bool wanted, string said, string undo)
    {
        var self = new Id<Person>(me.PersonId);
        if (await db.MorningLetters.AnyAsync(m => m.PersonId == self) != wanted)
            change(self);
        await db.SaveChangesAsync();
        TempData.Say(parts.Texts[said], $"/idag?handler={undo}");
        return Redirect("/idag#brev");
    }

    internal sealed record Parts(IEnumerable<IMyDay> Days, IEnumerable<IOthersHave> Others, DoneToday Done, Words Words)
    {
        public DueWords Due => Words.Due;
        public HowLong HowLong => Words.HowLong;
        public Texts Texts => Words.Texts;
    }

    internal sealed record Words(DueWords Due, HowLong HowLong, Texts Texts);
}
