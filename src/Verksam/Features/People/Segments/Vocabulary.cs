using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Fields;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Segments;

/// <summary>What there is to choose by, as far as the one who asks may know of it: what is kept in one's own units, above them and below.</summary>
internal sealed class Vocabulary(IReadOnlyList<Vocabulary.Entry> entries)
{
    private enum What
    {
        Unit,
        Role,
        Group,
        Tag,
        Skill,
        Field,
        Choice,
        Body,
        Segment,
        CallList,
    }

    public IReadOnlyList<Option> Units { get; } = [.. Of(entries, What.Unit).OrderBy(e => e.Sort.Length).ThenBy(e => e.Name, Swedish).Select(e => new Option(e.Code, e.Name))];
    public IReadOnlyList<Option> Roles { get; } = [.. Of(entries, What.Role).OrderBy(e => e.Number).Select(e => new Option(e.Code, e.Name.ToLower(CultureInfo.CurrentCulture)))];
    public IReadOnlyList<Option> Groups { get; } = Things(entries, What.Group);
    public IReadOnlyList<Option> Tags { get; } = Things(entries, What.Tag);
    public IReadOnlyList<Option> Skills { get; } = Things(entries, What.Skill);
    public IReadOnlyList<Option> Bodies { get; } = Things(entries, What.Body);
    public IReadOnlyList<Option> Segments { get; } = Things(entries, What.Segment);

    public IReadOnlyList<Option> CallLists { get; } = Things(entries, What.CallList);

    /// <summary>The answers of lists, under their field.</summary>
    public IReadOnlyList<Option> Choices { get; } = [.. Of(entries, What.Choice).OrderBy(e => e.Sort, Swedish).ThenBy(e => e.Number).Select(e => new Option(e.Id.ToString(), $"{e.Sort}: {e.Name}"))];

    public IReadOnlyList<Option> Fields(params FieldKind[] kinds) =>
        [.. Of(entries, What.Field).Where(e => kinds.Contains((FieldKind)e.Number)).OrderBy(e => e.Name, Swedish).Select(e => new Option(e.Id.ToString(), e.Name))];

    private static StringComparer Swedish => StringComparer.Create(Languages.Swedish, ignoreCase: true);

    private static IEnumerable<Entry> Of(IReadOnlyList<Entry> entries, What what) => entries.Where(e => e.What == (int)what);

    private static IReadOnlyList<Option> Things(IReadOnlyList<Entry> entries, What what) =>
        [.. Of(entries, what).OrderBy(e => e.Name, Swedish).Select(e => new Option(e.Id.ToString(), e.Sort.Length == 0 ? e.Name : $"{e.Name}, {e.Sort}"))];

    /// <summary>One question for all of it.</summary>
    public static async Task<Vocabulary> Of(AppDb db, CurrentUser me)
    {
        var seen = db.Units.VisibleTo(me, db);
        var units = seen.Select(u => u.Id);
        var all = seen.Select(u => new Entry { What = (int)What.Unit, Id = (Guid)(object)u.Id, Code = u.Slug, Name = u.Name, Sort = u.Path, Number = 0 })
            .Concat(db.Roles.Select(r => new Entry { What = (int)What.Role, Id = (Guid)(object)r.Id, Code = r.Code, Name = r.Name, Sort = "", Number = r.Order }))
            .Concat(from g in db.Groups join u in seen on g.UnitId equals u.Id select new Entry { What = (int)What.Group, Id = (Guid)(object)g.Id, Code = "", Name = g.Name, Sort = u.Name, Number = 0 })
            .Concat(db.Tags.Where(t => units.Contains(t.UnitId)).Select(t => new Entry { What = (int)What.Tag, Id = (Guid)(object)t.Id, Code = "", Name = t.Name, Sort = "", Number = 0 }))
            .Concat(db.Skills.Where(s => units.Contains(s.UnitId)).Select(s => new Entry { What = (int)What.Skill, Id = (Guid)(object)s.Id, Code = "", Name = s.Name, Sort = "", Number = 0 }))
            .Concat(db.CustomFields.Where(f => units.Contains(f.UnitId)).Select(f => new Entry { What = (int)What.Field, Id = (Guid)(object)f.Id, Code = "", Name = f.Name, Sort = "", Number = (int)f.Kind }))
            .Concat(from o in db.FieldOptions join f in db.CustomFields on o.FieldId equals f.Id where units.Contains(f.UnitId) select new Entry { What = (int)What.Choice, Id = (Guid)(object)o.Id, Code = "", Name = o.Name, Sort = f.Name, Number = o.Order })
            .Concat(db.PublicBodies.Where(b => units.Contains(b.UnitId)).Select(b => new Entry { What = (int)What.Body, Id = (Guid)(object)b.Id, Code = "", Name = b.Name, Sort = "", Number = 0 }))
            .Concat(db.CallLists.Where(l => units.Contains(l.UnitId)).Select(l => new Entry { What = (int)What.CallList, Id = (Guid)(object)l.Id, Code = "", Name = l.Name, Sort = "", Number = 0 }))
            .Concat(from s in db.Segments.VisibleTo(me, db) join u in db.Units on s.UnitId equals u.Id select new Entry { What = (int)What.Segment, Id = (Guid)(object)s.Id, Code = "", Name = s.Name, Sort = u.Name, Number = 0 });
        return new Vocabulary(await all.ToListAsync());
    }

    /// <summary>Something to choose by.</summary>
    internal sealed class Entry
    {
        public required int What { get; init; }
        public required Guid Id { get; init; }
        public required string Code { get; init; }
        public required string Name { get; init; }
        public required string Sort { get; init; }
        public required int Number { get; init; }
    }
}

/// <summary>In whose language, on which day and with which words a segment is said.</summary>
internal sealed record Wording(Texts Texts, OurTime Time, Vocabulary Known)
{
    public Option AnyOf(string key) => new(Blank.Any, Texts[key]);

    public string Small(string text) => text.Length == 0 ? text : char.ToLower(text[0], CultureInfo.CurrentCulture) + text[1..];
}
