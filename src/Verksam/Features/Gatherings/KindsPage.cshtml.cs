using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings;

/// <summary>The kinds of gathering: what they are called, which are offered, and new ones.</summary>
[Requires(Permission.Administer)]
internal sealed class KindsPage(AppDb db, Kinds kinds, OurTime time, Texts texts) : PageModel
{
    [BindProperty, StringLength(GatheringKind.LongestName)]
    public string? Name { get; set; }

    public IReadOnlyList<Kinds.Kind> All { get; private set; } = [];

    public async Task OnGet() => All = await kinds.All();

    public async Task<IActionResult> OnPost()
    {
        await OnGet();
        var kind = new GatheringKind($"own-{Id<GatheringKind>.New()}", All.Count);
        var no = All.Count >= GatheringKind.Most ? GatheringRefusals.TooMany : kind.Rename(Name, usual: null);
        if (!ModelState.IsValid || ModelState.Refuses(no, texts, nameof(Name)))
            return Page();
        db.GatheringKinds.Add(kind);
        return await Done("Gatherings.Kinds.Added", kind.Name!);
    }

    /// <param name="names">By code.</param>
    /// <param name="outside">The codes of those where one stands out there and meets people.</param>
    public async Task<IActionResult> OnPostRename([FromForm(Name = "names")] Dictionary<string, string?> names, [FromForm(Name = "ute")] List<string> outside)
    {
        await OnGet();
        foreach (var kind in All.Where(k => names.ContainsKey(k.Code) && outside.Contains(k.Code) != k.IsOut))
            (await Row(kind)).MeetsPeople(!kind.IsOut, Kinds.UsuallyOut.Contains(kind.Code));
        foreach (var kind in All.Where(k => names.TryGetValue(k.Code, out var name) && OneLine.OrNull(name) != k.Name))
        {
            var usual = kind.IsUsual ? texts[$"Gatherings.Kind.{kind.Code}"] : null;
            if (ModelState.Refuses((await Row(kind)).Rename(names[kind.Code], usual), texts))
                return Page();
        }
        return await Done("Gatherings.Kinds.Renamed");
    }

    public async Task<IActionResult> OnPostRetire(string code)
    {
        await OnGet();
        if (All.FirstOrDefault(k => k.Code == code) is not { } kind)
            return NotFound();
        var row = await Row(kind);
        row.Retire(row.RetiredOn is null ? time.Today : null);
        return await Done(row.RetiredOn is null ? "Gatherings.Kinds.Resumed" : "Gatherings.Kinds.Retired", kind.Name);
    }

    private async Task<GatheringKind> Row(Kinds.Kind kind) =>
        db.GatheringKinds.Local.FirstOrDefault(k => k.Code == kind.Code) ?? await db.GatheringKinds.SingleOrDefaultAsync(k => k.Code == kind.Code) ?? db.GatheringKinds.Add(new GatheringKind(kind.Code, kind.Order)).Entity;

    private async Task<IActionResult> Done(string said, params object[] facts)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, facts]);
        return Redirect("/installningar/aktivitetsslag");
    }
}
