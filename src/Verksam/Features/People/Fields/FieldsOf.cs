using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.People.Fields;

/// <summary>The custom fields that apply to one person, with what is answered.</summary>
internal static class FieldsOf
{
    /// <summary>Those of the person's unit and of the units above it; one that is retired only when it has an answer.</summary>
    public static async Task<IReadOnlyList<Answers>> Person(AppDb db, Id<Person> person, string path)
    {
        var line = UnitLine.Of(path);
        var fields = await db.CustomFields.Where(f => line.Contains(f.UnitId))
            .OrderBy(f => f.Order).ThenBy(f => f.Id)
            .Select(f => new
            {
                Field = f,
                Options = db.FieldOptions.Where(o => o.FieldId == f.Id).OrderBy(o => o.Order).ToList(),
                Values = db.FieldValues.Where(v => v.FieldId == f.Id && v.PersonId == person).ToList(),
            }).AsSplitQuery().ToListAsync();
        return [.. fields.OrderBy(f => line.ToList().IndexOf(f.Field.UnitId)).Select(f => new Answers(f.Field, f.Options, f.Values)).Where(a => a.Field.RetiredOn is null || !a.IsEmpty)];
    }
}

/// <summary>What is answered, on the person's page.</summary>
/// <param name="Answers">Only those with an answer.</param>
/// <param name="MayFill">There are fields to fill in.</param>
internal sealed record FieldsShown(PersonAsk Ask, IReadOnlyList<Answers> Answers, bool MayFill);

/// <inheritdoc cref="FieldsShown"/>
internal sealed class FieldsSection(AppDb db) : IPersonSection
{
    public int Order => IPersonSection.Beside + 20;

    public async Task<PersonSection?> For(PersonAsk ask)
    {
        var all = await Look(ask.Person.Id, ask.Unit.Path);
        var answered = all.Where(a => !a.IsEmpty).ToList();
        var mayFill = ask.MayEdit && all.Any(a => a.Field.RetiredOn is null);
        return answered.Count == 0 && !mayFill ? null : new(Order, "/Features/People/Fields/_Fields.cshtml", new FieldsShown(ask, answered, mayFill));
    }

    private async Task<IReadOnlyList<Answers>> Look(Id<Person> person, string path)
    {
        var line = UnitLine.Of(path);
        return await db.CustomFields.AnyAsync(f => line.Contains(f.UnitId)) ? await FieldsOf.Person(db, person, path) : [];
    }
}
