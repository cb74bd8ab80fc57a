using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>Which letters somebody who comes gets, and what the organisation says in each; for all gatherings, or for those of one kind.</summary>
[Requires(Permission.Administer)]
internal sealed class MessagesPage(AppDb db, Chain chain, Kinds kinds, Texts texts) : PageModel
{
    public static readonly IReadOnlyList<MessageStep> Steps = Enum.GetValues<MessageStep>();

    /// <summary>The code of a kind; empty for all.</summary>
    [BindProperty(Name = "slag", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    public IReadOnlyList<Kinds.Kind> Kinds { get; private set; } = [];

    private string Code => Kind ?? "";

    public async Task<IActionResult> OnGet()
    {
        if (!await Find())
            return NotFound();
        var rows = await db.MessageWords.AsNoTracking().Where(w => w.Kind == Code || w.Kind == "").ToListAsync();
        Lines = [.. Steps.Select(step => chain.Of(rows, step, Code)).Select(said => new Line { Sent = !said.IsOff, Words = said.Words })];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Find() || Lines.Count != Steps.Count)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var rows = await db.MessageWords.Where(w => w.Kind == Code || w.Kind == "").ToListAsync();
        foreach (var (step, line) in Steps.Zip(Lines))
            Keep(rows, step, line);
        await db.SaveChangesAsync();
        TempData.Say(texts["Messages.Saved"]);
        return Redirect($"/installningar/besked{(Code is "" ? "" : "?slag=" + Code)}");
    }

    // what is as it would be without a row of its own has none, and follows when that changes
    private void Keep(List<MessageWords> rows, MessageStep step, Line line)
    {
        var own = rows.Find(r => r.Step == step && r.Kind == Code);
        var without = chain.Of([.. rows.Where(r => r != own)], step, Code);
        var words = line.Words?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } said && said != without.Words ? said : null;
        if (words is null && line.Sent == !without.IsOff)
        {
            if (own is not null)
                db.MessageWords.Remove(own);
            return;
        }
        (own ?? db.MessageWords.Add(new MessageWords(step, Code)).Entity).Say(words, !line.Sent);
    }

    private async Task<bool> Find()
    {
        Kinds = await kinds.All();
        return Code is "" || Kinds.Any(k => k.Code == Code);
    }

    internal sealed class Line
    {
        public bool Sent { get; set; }

        [StringLength(MessageWords.LongestWords)]
        public string? Words { get; set; }
    }
}
