using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Delimited;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Calling;

/// <summary>What came of a list, as a file: a row a call, by whom it was made left out. That it was taken is noted.</summary>
[Requires(Permission.ExportPeople)]
internal sealed class AnswersPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel
{
    /// <summary>That somebody took the answers out of the house, in the trail.</summary>
    public const string What = "CallAnswersFile";

    private const int MostRows = 50_000;

    public async Task<IActionResult> OnGet(Id<CallList> id)
    {
        var units = db.Units.Within(me.Where(Permission.ExportPeople)).Select(u => u.Id);
        if (await db.CallLists.LedBy(me, db).AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && units.Contains(l.UnitId)) is not { } list)
            return NotFound();
        using var file = new MemoryStream();
        await Write(list, file);
        db.Note(AuditKind.Read, What, id.Value);
        await db.SaveChangesAsync();
        return File(file.ToArray(), CsvWriter.ContentType, $"{Unit.Slugged(list.Name)}-{time.Today:yyyy-MM-dd}.csv");
    }

    private async Task Write(CallList list, Stream file)
    {
        var id = list.Id;
        var questions = await db.CallQuestions.Where(q => q.ListId == id).OrderBy(q => q.Order).AsNoTracking().ToListAsync();
        var calls = await (
            from call in db.Calls.Where(c => c.ListId == id && !c.IsTakenBack)
            join person in db.People.VisibleTo(me, db) on call.PersonId equals person.Id
            orderby call.At
            select new { call, person.Name }).Take(MostRows).AsNoTracking().ToListAsync();
        var answers = (await db.CallAnswers.Where(a => db.Calls.Any(c => c.Id == a.CallId && c.ListId == id)).AsNoTracking().ToListAsync()).ToLookup(a => (a.CallId, a.QuestionId), a => a.Said);
        using var table = new CsvWriter(file, [texts["People.Name"], texts["Calling.File.When"], texts["Calling.File.Outcome"], .. questions.Select(q => q.Text), texts["Calling.Talk.Note"]]);
        foreach (var row in calls)
            table.Row([.. Cells(row.Name, row.call, questions.Select(q => string.Join(" | ", answers[(row.call.Id, q.Id)].Select(said => Said(q, said)))))]);
    }

    private IEnumerable<TableCell> Cells(string name, Call call, IEnumerable<string> answers) =>
        new[] { name, TimeZoneInfo.ConvertTime(call.At, OurTime.Zone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), texts[$"Calling.Outcome.{call.Outcome}"] }
            .Concat(answers).Append(call.Note ?? "").Select(text => TableCell.FromString(text));

    private string Said(CallQuestion question, string said) => question.Kind == QuestionKind.YesNo ? texts[$"Calling.Answer.{said}"] : said;
}
