using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Features.People.Listing;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People;

/// <summary>Who is who: the people one may see, and what to do with some of them. The address is the filter.</summary>
[Requires(Permission.SeePeople)]
internal sealed class PeoplePage(PeoplePage.Parts parts, AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel
{
    private const int MostTicked = 1_000;

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    public ListFilter Filter { get; private set; } = null!;
    public ListOrder Order { get; private set; }
    public IReadOnlyList<ListColumn> Columns { get; private set; } = [];
    public ListChoices.Choices Choices { get; private set; } = null!;
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];

    public int Total => Rows is [var first, ..] ? first.Total : 0;
    public Paging Paging => new(Sheet, Total, ListReader.PageSize, Request);
    public DateOnly At => Filter.On ?? time.Today;
    public string Said(DateOnly day) => time.Day(day);

    /// <summary>All that the rows and what one may do with them differ by, beside the language.</summary>
    public object Key => (me.PersonId, me.Reach, time.Today, Filter, Order, ListColumns.Written(Columns), Sheet, Question);

    /// <summary>What one may do with those who are ticked.</summary>
    public IEnumerable<BulkAct> Acts => parts.Acts.Where(a => me.Can(a.Needs)).OrderBy(a => a.Order);

    /// <summary>The address's question without the sheet, for what is sent from here: it says which list that was.</summary>
    public string Question => QueryString.Create(Request.Query.Where(q => q.Key is not ("sida" or "handler")).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))).ToString();

    /// <summary>The columns there are: that of fees only where there are fees.</summary>
    public IEnumerable<ListColumn> Offered => Enum.GetValues<ListColumn>().Where(c => Choices.HasFees || c != ListColumn.Avgift);

    /// <summary>"Du ser Norrlidens län, eftersom du är ombudsman där."</summary>
    public string Lead => texts["People.Lead", texts.And([.. Choices.Units.Where(IsTop).Take(3).Select(u => u.Name)]),
        me.Where(Permission.SeePeople)[0].RoleName.ToLowerInvariant()];

    private bool IsTop(ListChoices.Choice unit) =>
        !Choices.Units.Any(above => above != unit && unit.Sort.StartsWith(above.Sort, StringComparison.Ordinal));

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        Filter = ListFilter.Of(name => Request.Query[name].FirstOrDefault(), time.Today);
        Order = Enum.TryParse<ListOrder>(Request.Query["sortera"].FirstOrDefault(), ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : ListOrder.Namn;
        Choices = await parts.Choices.Of();
        Columns = ListColumns.Read(Request.Query["kol"]) ?? Choices.Mine;
        Sheet = Math.Clamp(Sheet, 1, 100_000);
        Rows = await parts.Reader.Read(Filter, Order, Columns, Sheet);
        return Rows.Count == 0 && Sheet > 1 ? Redirect(Paging.To(1)) : Page();
    }

    /// <param name="act">The key of what to do.</param>
    /// <param name="id">Those who are ticked.</param>
    /// <param name="all">Not only those, but all that the list shows.</param>
    public async Task<IActionResult> OnPost([FromForm(Name = "gor")] string? act, [FromForm] Id<Person>[] id, [FromForm(Name = "alla")] bool all)
    {
        if (Acts.FirstOrDefault(a => a.Key == act) is not { } chosen)
            return NotFound();
        if (!all && id.Length == 0)
            TempData.Say(texts["People.List.Nobody"]);
        return !all && id.Length == 0 ? Redirect("/manniskor" + Question)
            : Redirect(CameFrom.Along($"{chosen.Url}?val={(all ? await parts.Chosen.KeepAll(Question) : await parts.Chosen.Keep(id.Take(MostTicked)))}", Question));
    }

    public async Task<IActionResult> OnPostColumns([FromForm(Name = "kol")] string[] columns)
    {
        var wanted = ListColumns.Read(columns) ?? ListColumns.Usual;
        await parts.Choices.Put(wanted);
        await db.SaveChangesAsync();
        if (ListColumns.All(columns).Skip(ListColumns.Most).Any())
            TempData.Say(texts["People.List.Columns.TooMany", texts.Number(ListColumns.Most)]);
        var rest = Request.Query.Where(q => q.Key is not ("kol" or "sida" or "handler")).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        return Redirect("/manniskor" + QueryString.Create(rest.Append(KeyValuePair.Create("kol", (string?)ListColumns.Written(wanted)))));
    }

    /// <summary>What there is to choose from, how a list is read, what is chosen and what can be done with it.</summary>
    internal sealed class Parts(ListChoices choices, ListReader reader, ChosenPeople chosen, IEnumerable<BulkAct> acts)
    {
        public ListChoices Choices => choices;
        public ListReader Reader => reader;
        public ChosenPeople Chosen => chosen;
        public IEnumerable<BulkAct> Acts => acts;
    }
}
