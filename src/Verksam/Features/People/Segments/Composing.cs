using System.Linq.Expressions;
using Verksam.Features.People.Segments.Conditions;
using Verksam.Kernel;

namespace Verksam.Features.People.Segments;

/// <summary>
/// Makes one expression of a question, however deep and through whatever saved segments. Whatever is not understood on the way, is not there any
/// more or leads round to itself makes the whole choose nobody: turned round by a "not" it would choose everybody.
/// </summary>
/// <param name="saved">The questions of the saved segments.</param>
internal sealed class Composing(SegmentKinds kinds, IReadOnlyDictionary<Id<Segment>, TermGroup> saved, Asking asking)
{
    /// <summary>Conditions that one question may come to when what it rests on is opened.</summary>
    public const int MostOpened = 200;

    public Expression<Func<Person, bool>> Of(TermGroup group) => IsSound(group) ? Opened(group) : p => false;

    /// <summary>A bit for each condition at the ends, the first one lowest.</summary>
    public Expression<Func<Person, long>> Bits(IReadOnlyList<Condition> conditions)
    {
        var person = Expression.Parameter(typeof(Person), "p");
        var bits = conditions.Select((c, i) => (Expression)Expression.Condition(Body(c, person), Expression.Constant(1L << i), Expression.Constant(0L)));
        return Expression.Lambda<Func<Person, long>>(bits.Aggregate((a, b) => Expression.Add(a, b)), person);
    }

    /// <summary>Whether all of it can be asked.</summary>
    public bool IsSound(TermGroup group) => Opened(group, [], 0) is >= 0 and <= MostOpened;

    // how many conditions it comes to; less than none when it cannot be asked
    private int Opened(TermGroup group, HashSet<Id<Segment>> within, int sum)
    {
        if (sum is < 0 or > MostOpened || !kinds.Understands(group))
            return -1;
        sum += group.Conditions.Count();
        foreach (var id in InSegment.In(group))
        {
            if (!saved.TryGetValue(id, out var inner) || !within.Add(id))
                return -1;
            sum = Opened(inner, within, sum);
            within.Remove(id);
        }
        return sum;
    }

    private Expression<Func<Person, bool>> Opened(TermGroup group)
    {
        var person = Expression.Parameter(typeof(Person), "p");
        return Expression.Lambda<Func<Person, bool>>(Body(group, person) ?? Expression.Constant(true), person);
    }

    // null where nothing is said
    private Expression? Body(TermGroup group, ParameterExpression person)
    {
        var terms = group.Terms.Select(t => t is TermGroup g ? Body(g, person) : Body((Condition)t, person)).OfType<Expression>().ToList();
        if (terms.Count == 0)
            return null;
        var both = terms.Aggregate((a, b) => group.Join == Join.All ? Expression.AndAlso(a, b) : Expression.OrElse(a, b));
        return group.Join == Join.None ? Expression.Not(both) : both;
    }

    private Expression Body(Condition condition, ParameterExpression person)
    {
        var who = kinds.Of(condition.Key)!.Who(asking with { Saved = id => Opened(saved[id]) }, new Answers(condition.Answers, asking.Today));
        var body = new Swap(who.Parameters[0], person).Visit(who.Body);
        return condition.Not ? Expression.Not(body) : body;
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
