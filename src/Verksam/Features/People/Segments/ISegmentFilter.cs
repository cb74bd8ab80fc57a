using System.Linq.Expressions;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;

namespace Verksam.Features.People.Segments;

/// <summary>Under which heading a condition is found.</summary>
internal enum SegmentSubject
{
    Belonging,
    Person,
    Contact,
    Marks,
    Duties,
    Offers,
    Account,
    Others,
}

/// <summary>
/// A socket: a kind of condition to choose people by, registered as <c>AddSingleton&lt;ISegmentFilter, …&gt;()</c>. Other rooms plug in what they
/// know of people: derive from <see cref="SegmentFilter"/>.
/// </summary>
internal interface ISegmentFilter
{
    /// <summary>What addresses and saved segments call it: "alder". Never renamed.</summary>
    string Key { get; }

    SegmentSubject Subject { get; }

    /// <summary>The key of what it is called where one chooses: "Ålder".</summary>
    string Name { get; }

    /// <summary>The key of the rest of a sentence that begins "personer som", with a place for each blank: "är mellan {0} och {1} år".</summary>
    string Sentence { get; }

    IReadOnlyList<Blank> Blanks { get; }

    /// <summary>Only comes in from elsewhere; one cannot add it in the builder.</summary>
    bool IsBroughtIn { get; }

    /// <summary>Those it holds for, to be put into one query with others. What the answers name need not exist: then it holds for nobody.</summary>
    Expression<Func<Person, bool>> Who(Asking asking, Answers answers);
}

/// <inheritdoc cref="ISegmentFilter"/>
internal abstract class SegmentFilter(string key, SegmentSubject subject, string name, string sentence, params Blank[] blanks) : ISegmentFilter
{
    public string Key => key;
    public SegmentSubject Subject => subject;
    public string Name => name;
    public string Sentence => sentence;
    public IReadOnlyList<Blank> Blanks => blanks;
    public virtual bool IsBroughtIn => false;

    public abstract Expression<Func<Person, bool>> Who(Asking asking, Answers answers);
}

/// <summary>What conditions rest on: the tables, the day, how membership is counted, who has a way in, and the segments that are saved.</summary>
/// <param name="Holders">Those who have an account; for use inside a query.</param>
/// <param name="Saved">Those in a saved segment.</param>
internal sealed record Asking(AppDb Db, DateOnly Today, MembershipRule Rule, IQueryable<Id<Person>> Holders, Func<Id<Segment>, Expression<Func<Person, bool>>> Saved);
