using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts;

/// <summary>What has left the house, what waits and what did not arrive; never what stands in a letter.</summary>
[Requires(Permission.Administer)]
internal sealed class LettersPage(AppDb db, IPost post, IEnumerable<ILetterKind> kinds, Texts texts, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    private Dictionary<LetterState, int> _counts = [];

    [BindProperty(Name = "lage", SupportsGet = true)]
    public LetterState? State { get; set; }

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool ReadHere => post is FolderPost;
    public Paging Paging => new(Sheet, State is { } state ? CountOf(state) : _counts.Values.Sum(), PageSize, Request);

    public string Lead => CountOf(LetterState.Failed) is > 0 and var failed
        ? texts.Capital(texts.Count("Accounts.Letters.LeadFailed", failed))
        : CountOf(LetterState.Due) is > 0 and var due ? texts.Capital(texts.Count("Accounts.Letters.LeadDue", due))
        : texts[ReadHere ? "Accounts.Letters.LeadInFolder" : "Accounts.Letters.LeadAllSent"];

    public int CountOf(LetterState state) => _counts.GetValueOrDefault(state);

    public string Called(string kind) => kinds.FirstOrDefault(k => k.Kind == kind)?.NameKey is { } key ? texts[key] : kind;

    public string Why(string reason) => LetterReasons.Of(reason, texts);

    public async Task OnGet()
    {
        ModelState.Remove("lage"); // an address that somebody has changed by hand is no form with faults
        ModelState.Remove("sida");
        _counts = await db.Letters.GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count);
        Sheet = Math.Clamp(Sheet, 1, Paging.Pages);
        Rows = await Read(State is { } state ? db.Letters.Where(l => l.State == state) : db.Letters);
    }

    private Task<List<Row>> Read(IQueryable<Letter> letters) => (
            from letter in letters
            join person in db.People on letter.To equals (Guid)(object)person.Id into people
            from to in people.DefaultIfEmpty()
            orderby letter.SentAt ?? letter.DueAt descending, letter.Id
            select new Row(letter.Id, letter.Kind, to == null ? null : to.Name, letter.State,
                letter.SentAt ?? letter.DueAt, letter.Tries, letter.Reason))
            .Skip((Sheet - 1) * PageSize).Take(PageSize).ToListAsync();

    public async Task<IActionResult> OnPostAgain(Id<Letter> letter, [FromServices] OutboxBell bell)
    {
        if (await db.Letters.SingleOrDefaultAsync(l => l.Id == letter) is not { } known)
            return NotFound();
        if (ModelState.Refuses(known.TryAgain(clock.GetUtcNow()), texts))
        {
            await OnGet();
            return Page();
        }
        await db.SaveChangesAsync();
        bell.Ring();
        TempData.Say(texts["Accounts.Letters.Trying"]);
        return Redirect("/brev");
    }

    internal sealed record Row(Id<Letter> Id, string Kind, string? Name, LetterState State, DateTimeOffset At, int Tries, string? Reason)
    {
        public string Status => State switch
        {
            LetterState.Sent => "done",
            LetterState.Failed => "late",
            LetterState.Due when Tries > 0 => "at-risk",
            LetterState.Due => "on-track",
            _ => "not-started",
        };
    }
}
