using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;
using Verksam.Ui;

namespace Verksam.Features.People.Segments;

/// <summary>A page of those in a segment, and how many they are in all: one query.</summary>
internal sealed record SegmentRows(IReadOnlyList<SegmentRows.Row> People, Paging Paging)
{
    private const int PageSize = 50;

    /// <param name="chosen">Those one may see, and no others.</param>
    public static async Task<SegmentRows> Read(AppDb db, IQueryable<Person> chosen, DateOnly today, int sheet, HttpRequest request)
    {
        var (order, relations) = (db.SwedishOrder, db.Relations.On(today));
        sheet = Math.Clamp(sheet, 1, 100_000);
        var people = await (
            from person in chosen
            join unit in db.Units on person.UnitId equals unit.Id
            orderby EF.Functions.Collate(person.NameFolded, order), person.Id
            select new Row(person.Id, person.Name, unit.Name, person.Email != null, person.Phone != null,
                relations.Where(r => r.PersonId == person.Id).Select(r => (RelationKind?)r.Kind).FirstOrDefault(), chosen.Count()))
            .Skip((sheet - 1) * PageSize).Take(PageSize).ToListAsync();
        return new SegmentRows(people, new Paging(sheet, people is [var first, ..] ? first.Total : 0, PageSize, request));
    }

    internal sealed record Row(Id<Person> Id, string Name, string Unit, bool HasEmail, bool HasPhone, RelationKind? Kind, int Total);
}
