using System.Linq.Expressions;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>Belongs to a unit or to one below it.</summary>
internal sealed class UnitAndBelow() : SegmentFilter(Word, SegmentSubject.Belonging, "Segments.UnitAndBelow", "Segments.UnitAndBelow.Say", UsualBlanks.Unit)
{
    private const string Word = "enhet";

    public static Condition Of(string slug) => new(Word, false, [slug]);

    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var units = Below(asking, answers.OrAny(0));
        return p => units.Contains(p.UnitId);
    }

    /// <summary>A unit and all below it; all there are when none is meant.</summary>
    public static IQueryable<Id<Unit>> Below(Asking asking, string? slug)
    {
        var units = asking.Db.Units;
        return (slug is null ? units : units.Where(u => units.Any(top => top.Slug == slug && u.Path.StartsWith(top.Path)))).Select(u => u.Id);
    }
}

/// <summary>Belongs to that unit and to no one below.</summary>
internal sealed class UnitItself() : SegmentFilter("just-enhet", SegmentSubject.Belonging, "Segments.UnitItself", "Segments.UnitItself.Say", UsualBlanks.Unit)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (slug, units) = (answers.Text(0), asking.Db.Units);
        return p => units.Any(u => u.Id == p.UnitId && u.Slug == slug);
    }
}
