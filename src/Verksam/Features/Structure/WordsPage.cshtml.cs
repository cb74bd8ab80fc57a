using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Structure;

/// <summary>What the organisation calls its parts, its plan and its roles. For an administrator of the whole, in the language that one reads.</summary>
[Requires(Permission.Administer)]
internal sealed class WordsPage(AppDb db, CurrentUser me, WordsShelf shelf, Texts texts) : PageModel
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("[]{}|;");

    /// <summary>The forms of each noun, as they are or as they were written.</summary>
    public IReadOnlyDictionary<string, string[]> Words { get; private set; } = new Dictionary<string, string[]>();

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await db.Units.AnyAsync(u => u.ParentId == null && me.Where(Permission.Administer).Select(g => g.Path).Contains(u.Path)))
            return NotFound();
        var own = await shelf.Now();
        Words = HouseWords.Nouns.ToDictionary(n => n, n => own.Of(Language, n) ?? texts[$"Ui.Words.{n}"].Split(';'), StringComparer.Ordinal);
        Roles = await db.Roles.OrderBy(r => r.Order).ToListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await OnGet() is not PageResult page)
            return NotFound();
        Words = HouseWords.Nouns.ToDictionary(n => n, n => Enumerable.Range(0, HouseWords.Forms).Select(i => OneLine.Of(Request.Form[$"{n}.{i}"].ToString())).ToArray(), StringComparer.Ordinal);
        if (ModelState.Refuses(Words.Values.Any(forms => forms.Any(f => !IsWord(f))) ? StructureRefusals.NotAWord : null, texts) || !Rename())
            return page;
        await shelf.Set(Language, Words);
        await db.SaveChangesAsync();
        TempData.Say(texts["Structure.Words.Saved"]);
        return Redirect("/installningar/ord");
    }

    /// <summary>All words as a sort of organisation usually has them.</summary>
    public async Task<IActionResult> OnPostPreset(string preset)
    {
        if (await OnGet() is not PageResult || !Presets.All.Contains(preset))
            return NotFound();
        await shelf.Set(Language, Presets.Words(preset, texts));
        await db.SaveChangesAsync();
        TempData.Say(texts["Structure.Words.Saved"]);
        return Redirect("/installningar/ord");
    }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static bool IsWord(string text) => text.Length is > 0 and <= HouseWords.Longest && !text.AsSpan().ContainsAny(Forbidden);

    private bool Rename()
    {
        foreach (var role in Roles.Where(r => Request.Form.ContainsKey($"role.{r.Code}")))
        {
            if (ModelState.Refuses(role.Rename(Request.Form[$"role.{role.Code}"].ToString()), texts, $"role.{role.Code}"))
                return false;
        }
        return true;
    }
}
