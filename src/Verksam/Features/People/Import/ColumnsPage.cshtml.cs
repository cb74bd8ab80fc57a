using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.People.Import.Reading;
using Verksam.Formats;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Cells;
using Verksam.Formats.Tables.Columns;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Import;

/// <summary>Step 2: what the file's columns and its own words mean. Guessed, and kept for the next file with the same headings.</summary>
[Requires(Permission.EditPeople)]
internal sealed class ColumnsPage(AppDb db, ImportDesk desk, ColumnsShelf shelf, OurTime time, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public ImportRun Run { get; private set; } = null!;
    public FileShown? Shown { get; private set; }

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<RelationKind>().Where(k => k != RelationKind.Former).Select(k => new SelectListItem(texts[$"People.Relation.{k}"], k.ToString()));
    public IEnumerable<SelectListItem> Rules => Enum.GetValues<GoneRule>().Select(g => new SelectListItem(texts[$"Import.GoneRule.{g}"], g.ToString()));
    public IEnumerable<SelectListItem> Orders => Enum.GetValues<DateOrder>().Select(o => new SelectListItem(texts[$"Import.DateOrder.{o}"], o.ToString())).Prepend(new SelectListItem(texts["Import.DateOrder"], ""));
    public IEnumerable<SelectListItem> Encodings => Enum.GetValues<TextEncoding>().Select(e => new SelectListItem(texts[$"Import.Encoding.{e}"], e.ToString())).Prepend(new SelectListItem(texts["Import.Guess"], ""));

    /// <summary>"Semikolon, Windows-1252, 11 kolumner".</summary>
    public string Said(TableFindings found) => string.Join(", ", new[]
    {
        found.Sheet, found.Separator is { } separator ? texts[separator switch { ';' => "Import.Semicolon", ',' => "Import.Comma", '\t' => "Import.Tab", _ => "Import.OtherSign" }] : null,
        found.Encoding is { } encoding ? texts[$"Import.Encoding.{encoding}"] : null, texts.Count("Import.ColumnCount", found.Columns),
    }.OfType<string>());

    public async Task<IActionResult> OnGet(Id<ImportRun> id)
    {
        if (await Find(id) is { } no)
            return no;
        db.NoteReading(id);
        await db.SaveChangesAsync();
        Input = Form.Of(Shown?.Mapping ?? new(), Shown?.Source, Run);
        return Page();
    }

    /// <summary>As it is said: the file is compared.</summary>
    public async Task<IActionResult> OnPost(Id<ImportRun> id, CancellationToken cancelled)
    {
        if (await Find(id) is { } no)
            return no;
        var mapping = Input.Over(Shown!.Mapping);
        if (ModelState.IsValid && !mapping.Has(ColumnField.FullName, ColumnField.GivenName, ColumnField.FamilyName))
            ModelState.Refuses(ImportRefusals.NoName, texts);
        if (Input.Joined > time.Today)
            ModelState.AddModelError("Input.Joined", texts["Import.Source.JoinedNotYet"]);
        if (!ModelState.IsValid || ModelState.Refuses(await shelf.Keep(Run, Shown!, Input, mapping, cancelled), texts))
            return Page();
        await desk.Ask(Run);
        return Redirect($"/manniskor/importera/{id}");
    }

    /// <summary>The file itself is read in another way: its letters, its sheet, the row of its headings.</summary>
    public async Task<IActionResult> OnPostAgain(Id<ImportRun> id, CancellationToken cancelled)
    {
        if (await Find(id) is { } no)
            return no;
        await shelf.ReadAs(Run, Input.Choices, cancelled);
        await db.SaveChangesAsync(cancelled);
        return Redirect($"/manniskor/importera/{id}/kolumner");
    }

    private async Task<IActionResult?> Find(Id<ImportRun> id)
    {
        if (await desk.Find(id) is not { } run)
            return NotFound();
        Run = run;
        if (run.State is not (RunState.Mapping or RunState.Waiting))
            return Redirect($"/manniskor/importera/{id}");
        try
        {
            Shown = await shelf.Look(run, HttpContext.RequestAborted);
        }
        catch (UnreadableDocument unreadable)
        {
            ModelState.AddModelError("Input.Encoding", texts[$"Import.Unreadable.{unreadable.Code}"]);
        }
        return null;
    }

    internal sealed class Form
    {
        public List<ColumnField> Columns { get; set; } = [];

        [Required, StringLength(ImportSource.LongestName)]
        public string Source { get; set; } = "";

        public bool IsWhole { get; set; }

        [EnumDataType(typeof(GoneRule))]
        public GoneRule Gone { get; set; }

        [EnumDataType(typeof(RelationKind))]
        public RelationKind Kind { get; set; }

        public DateOrder? Dates { get; set; }

        [Day]
        public DateOnly? Joined { get; set; }

        /// <summary>What the file calls units, and which each is; none when its rows are to be refused.</summary>
        public List<string> UnitWords { get; set; } = [];

        public List<Id<Structure.Unit>?> UnitsMeant { get; set; } = [];
        public List<string> KindWords { get; set; } = [];
        public List<RelationKind?> KindsMeant { get; set; } = [];

        public TextEncoding? Encoding { get; set; }

        [StringLength(1)]
        public string? Separator { get; set; }

        [StringLength(100)]
        public string? Sheet { get; set; }

        [Range(0, 100)]
        public int? HeadingLine { get; set; }

        public TableChoices Choices => new() { Encoding = Encoding, Separator = Separator is [var one] ? one : null, Sheet = Sheet, HeadingLine = HeadingLine };

        public static Form Of(Mapping mapping, ImportSource? source, ImportRun run) => new()
        {
            Columns = [.. mapping.Columns],
            Source = source?.Name ?? Path.GetFileNameWithoutExtension(run.FileName),
            IsWhole = source?.IsWhole ?? false,
            Gone = source?.Gone ?? GoneRule.Stay,
            Kind = mapping.Kind,
            Dates = mapping.Dates,
            Joined = mapping.Joined,
            Encoding = mapping.Encoding,
            Separator = mapping.Separator?.ToString(),
            Sheet = mapping.Sheet,
            HeadingLine = mapping.HeadingLine,
        };

        public Mapping Over(Mapping known) => known with
        {
            Columns = [.. Columns],
            Kind = Kind,
            Dates = Dates,
            Joined = Joined,
            Units = Words(known.Units, UnitWords, UnitsMeant),
            Relations = Words(known.Relations, KindWords, KindsMeant),
        };

        // what somebody has chosen takes the place of what was known; none takes it away
        private static Dictionary<string, T> Words<T>(IReadOnlyDictionary<string, T> known, List<string> words, List<T?> meant) where T : struct
        {
            var all = new Dictionary<string, T>(known, StringComparer.Ordinal);
            foreach (var (word, at) in words.Take(meant.Count).Select((w, at) => (Vocabulary.Plain(w), at)))
            {
                if (meant[at] is { } chosen)
                    all[word] = chosen;
                else
                    all.Remove(word);
            }
            return all;
        }
    }
}
