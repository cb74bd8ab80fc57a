using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Reach;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;

namespace Verksam.Features.People.Listing;

/// <summary>Reads one sheet of a list: one question, and one more when skills or tags are shown. Kept until somebody saves.</summary>
internal sealed class ListReader(AppDb db, CurrentUser me, IWaysIn ways, Kept kept, ListPeople people)
{
    public const int PageSize = 50;

    public async Task<IReadOnlyList<ListRow>> Read(ListFilter filter, ListOrder order, IReadOnlyList<ListColumn> columns, int sheet) =>
        await kept.Get((nameof(ListReader), me.PersonId, me.Reach, people.Today, filter, order, ListColumns.Written(columns), sheet), () => Look(filter, order, columns, sheet));

    private async Task<IReadOnlyList<ListRow>> Look(ListFilter filter, ListOrder order, IReadOnlyList<ListColumn> columns, int sheet)
    {
        var rows = await Rows(await people.Of(filter), filter, order).Skip((sheet - 1) * PageSize).Take(PageSize).ToListAsync();
        if (columns.Contains(ListColumn.Kan) || columns.Contains(ListColumn.Taggar))
            await Words(rows);
        return rows;
    }

    private IQueryable<ListRow> Rows(IQueryable<Person> chosen, ListFilter filter, ListOrder order)
    {
        var day = filter.On ?? people.Today;
        var (relations, holders) = (db.Relations.On(day), ways.Holders);
        var duties = Duty.All(db).Where(d => d.From <= day && (d.To == null || day <= d.To));
        return
            from person in Ordered(chosen, order, relations)
            join unit in db.Units on person.UnitId equals unit.Id
            select new ListRow(
                person.Id, person.Name, person.Email, person.Phone, unit.Name,
                db.Addresses.Where(a => a.PersonId == person.Id && a.Kind == AddressKind.Home).Select(a => a.Town).FirstOrDefault(),
                holders.Contains(person.Id),
                relations.Where(r => r.PersonId == person.Id).Select(r => (RelationKind?)r.Kind).FirstOrDefault(),
                relations.Where(r => r.PersonId == person.Id).Select(r => (DateOnly?)r.From).FirstOrDefault(),
                db.PaidPeriods.Where(p => p.PersonId == person.Id && p.From <= day).Max(p => (DateOnly?)p.To),
                person.BirthYear, person.IsProtected ? null : person.RegisterNumber, person.DoNotCall,
                duties.Where(d => d.PersonId == person.Id).ToList(), chosen.Count());
    }

    private IOrderedQueryable<Person> Ordered(IQueryable<Person> people, ListOrder order, IQueryable<Relation> relations)
    {
        var (swedish, left, nothing) = (db.SwedishOrder, Membership.Earliest, Membership.Earliest.AddDays(1)); // they follow those who have joined, in the same question
        return order switch
        {
            ListOrder.Senast => people.OrderByDescending(p => relations.Where(r => r.PersonId == p.Id).Max(r => (DateOnly?)(r.Kind == RelationKind.Former ? left : r.From)) ?? nothing)
                .ThenBy(p => EF.Functions.Collate(p.NameFolded, swedish)).ThenBy(p => p.Id),
            ListOrder.Ort => people.OrderBy(p => EF.Functions.Collate(db.Addresses.Where(a => a.PersonId == p.Id && a.Kind == AddressKind.Home).Select(a => a.Town).FirstOrDefault() ?? "ö", swedish))
                .ThenBy(p => EF.Functions.Collate(p.NameFolded, swedish)).ThenBy(p => p.Id),
            _ => people.OrderBy(p => EF.Functions.Collate(p.NameFolded, swedish)).ThenBy(p => p.Id),
        };
    }

    // both in one question
    private async Task Words(List<ListRow> rows)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var words = (await (
                from said in db.PersonSkills
                where ids.Contains(said.PersonId) && (said.Can || said.Likes)
                join skill in db.Skills on said.SkillId equals skill.Id
                select new { said.PersonId, IsTag = false, skill.Name })
            .Concat(
                from marked in db.Taggings
                where ids.Contains(marked.PersonId)
                join tag in db.Tags on marked.TagId equals tag.Id
                select new { marked.PersonId, IsTag = true, tag.Name }).ToListAsync()).ToLookup(w => (w.PersonId, w.IsTag), w => w.Name);
        foreach (var row in rows)
            (row.Skills, row.Tags) = ([.. words[(row.Id, false)]], [.. words[(row.Id, true)]]);
    }
}
