using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Tags;

/// <summary>A tag on somebody: since when, and who set it.</summary>
internal sealed record TagRow(Id<Tag> TagId, string Name, DateTimeOffset At, string? By)
{
    public static IQueryable<TagRow> Of(AppDb db, Id<Person> person)
    {
        var order = db.SwedishOrder;
        return
            from tagging in db.Taggings
            where tagging.PersonId == person
            join tag in db.Tags on tagging.TagId equals tag.Id
            join someone in db.People on tagging.ById equals (Id<Person>?)someone.Id into setters
            from setter in setters.DefaultIfEmpty()
            orderby EF.Functions.Collate(tag.NameFolded, order)
            select new TagRow(tag.Id, tag.Name, tagging.At, setter == null ? null : setter.Name);
    }
}

/// <summary>Which tags may be set on whom.</summary>
internal static class TagChoices
{
    /// <summary>Those of the person's unit and of the units above it.</summary>
    public static async Task<IReadOnlyList<Tag>> For(AppDb db, string path)
    {
        var (line, order) = (UnitLine.Of(path), db.SwedishOrder);
        return await db.Tags.Where(t => line.Contains(t.UnitId)).OrderBy(t => EF.Functions.Collate(t.NameFolded, order)).ToListAsync();
    }

    /// <summary>The one of that name in the unit, or a new one that is added.</summary>
    public static async Task<(Tag Tag, Refusal? No)> FindOrMake(AppDb db, Id<Unit> unit, string name)
    {
        var tag = new Tag(unit, "");
        if (tag.Rename(name) is { } no)
            return (tag, no);
        if (await db.Tags.SingleOrDefaultAsync(t => t.UnitId == unit && t.NameFolded == tag.NameFolded) is { } known)
            return (known, null);
        db.Tags.Add(tag);
        return (tag, null);
    }
}

/// <summary>The tags, on the person's page.</summary>
internal sealed record TagsOf(PersonAsk Ask, IReadOnlyList<TagRow> Rows);

/// <inheritdoc cref="TagsOf"/>
internal sealed class TagsSection(AppDb db) : IPersonSection
{
    public int Order => IPersonSection.Beside + 10;

    public async Task<PersonSection?> For(PersonAsk ask)
    {
        var rows = await TagRow.Of(db, ask.Person.Id).ToListAsync();
        return rows.Count == 0 && !ask.MayEdit ? null : new(Order, "/Features/People/Tags/_Tags.cshtml", new TagsOf(ask, rows));
    }
}
