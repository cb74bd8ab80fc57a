using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.People.Segments;

/// <summary>What is saved, each as its sentence.</summary>
[Requires(Permission.SeePeople)]
internal sealed class SegmentsPage(AppDb db, CurrentUser me, SegmentPeople people, SegmentKinds kinds) : PageModel
{
    private SegmentSentence _sentence = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string Said(Row row) => _sentence.Of(SegmentText.Read(row.Terms));

    public async Task OnGet()
    {
        _sentence = new SegmentSentence(kinds, await people.Wording());
        var order = db.SwedishOrder;
        Rows = await (
            from segment in db.Segments.VisibleTo(me, db)
            join unit in db.Units on segment.UnitId equals unit.Id
            orderby unit.Path.Length, EF.Functions.Collate(unit.Name, order), EF.Functions.Collate(segment.Name, order)
            select new Row(segment.Id, segment.Name, segment.Terms, unit.Name)).ToListAsync();
    }

    internal sealed record Row(Id<Segment> Id, string Name, string Terms, string Unit);
}
