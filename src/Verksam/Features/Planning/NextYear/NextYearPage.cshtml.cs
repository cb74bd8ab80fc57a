using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Following;
using Verksam.Features.Planning.Living;
using Verksam.Features.Structure;
using Verksam.Formats.Docx;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.NextYear;

/// <summary>Begins next year's plan from this one: which commitments to carry on, seen with how they went; then the text, to go on writing.</summary>
[Requires(Permission.EditPlan)]
internal sealed class NextYearPage(AppDb db, CurrentUser me, PlanPlaces places, NextYearPage.Parts parts, Texts texts) : PageModel
{
    public Plan Plan { get; private set; } = null!;
    public PlanVersion Version { get; private set; } = null!;
    public Unit Unit { get; private set; } = null!;
    public string PlanUrl { get; private set; } = "";
    public IReadOnlyList<FollowUp.Line> Lines { get; private set; } = [];
    public IReadOnlySet<Id<Commitment>> Chosen { get; private set; } = new HashSet<Id<Commitment>>();

    /// <summary>The text that was made; null while one chooses.</summary>
    public string? Text { get; private set; }

    /// <summary>How often the text names the year that ends.</summary>
    public int Mentions { get; private set; }

    /// <summary>Somebody has begun already.</summary>
    public bool IsBegun { get; private set; }

    public int Next => Plan.Year + 1;

    public string Outcome(FollowUp.Line line) => parts.Document.Outcome(line);

    public async Task<IActionResult> OnGet(int year, string? unit)
    {
        if (!await Find(unit, year))
            return NotFound();
        Chosen = Lines.Where(l => l.Row.Status != Status.Dropped).Select(l => l.Row.Commitment.Id).ToHashSet();
        return Page();
    }

    public async Task<IActionResult> OnPost(int year, string? unit, List<Id<Commitment>> chosen)
    {
        if (!await Find(unit, year))
            return NotFound();
        var lines = Compose(chosen);
        (Text, Mentions) = (NextText.Written(lines), NextText.Mentions(lines, year));
        return Page();
    }

    public async Task<IActionResult> OnPostWord(int year, string? unit, List<Id<Commitment>> chosen) =>
        await Find(unit, year)
            ? File(Document(Compose(chosen)), DocxWriter.ContentType, string.Create(CultureInfo.InvariantCulture, $"{Unit.Slug}-plan-{Next}.docx"))
            : NotFound();

    private IReadOnlyList<NextLine> Compose(List<Id<Commitment>> chosen)
    {
        Chosen = chosen.ToHashSet();
        return NextText.Of(Version.Document, Lines.Where(l => !Chosen.Contains(l.Row.Commitment.Id)).SelectMany(l => l.Row.Commitment.RangesIn(Version.Id)), Plan.Year);
    }

    private byte[] Document(IReadOnlyList<NextLine> lines)
    {
        using var file = new MemoryStream();
        var title = lines.FirstOrDefault(l => l.Kind == BlockKind.Title)?.Text ?? texts["Planning.PlanOf", Next];
        using (var document = new DocxWriter(file, new DocxProperties(title, parts.Time.Now, Unit.Name)))
        {
            document.Title(title);
            foreach (var line in lines.Where(l => l.Kind != BlockKind.Title))
                Write(document, line);
        }
        return file.ToArray();
    }

    private static void Write(DocxWriter document, NextLine line)
    {
        if (line.Kind == BlockKind.Heading)
            document.Heading(Math.Clamp(line.Level, 1, 3), line.Text);
        else if (line.Kind == BlockKind.ListItem && line.Level > 1)
            document.InnerBullet(Math.Min(3, line.Level), line.Text);
        else if (line.Kind == BlockKind.ListItem)
            document.Bullet(line.Text);
        else
            document.Paragraph(line.Text);
    }

    private async Task<bool> Find(string? slug, int year)
    {
        if (await places.Find(slug, year, me) is not var (plan, version) || version.State != VersionState.Adopted)
            return false;
        (Plan, Version, PlanUrl) = (plan, version, PlanPlaces.Of(slug, year));
        Unit = await db.Units.SingleAsync(u => u.Id == plan.UnitId);
        if (!me.Can(Permission.EditPlan, Unit.Path))
            return false;
        Lines = [.. (await parts.Outcomes.Of(plan)).Lines.Where(l => l.Row.Commitment.RangesIn(version.Id).Count > 0)];
        IsBegun = await db.PlanVersions.AnyAsync(v => v.State != VersionState.Discarded && db.Plans.Any(p => p.Id == v.PlanId && p.UnitId == plan.UnitId && p.Year == year + 1));
        return true;
    }

    /// <summary>How it went, how that is said, and the clock.</summary>
    internal sealed class Parts(Outcomes outcomes, FollowUpDocument document, OurTime time)
    {
        public Outcomes Outcomes => outcomes;
        public FollowUpDocument Document => document;
        public OurTime Time => time;
    }
}
