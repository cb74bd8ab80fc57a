using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Searching;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Search;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Listing;

/// <summary>Which people a list shows, as its address says it.</summary>
/// <param name="Kind">What they are to the organisation; null for all.</param>
/// <param name="Role">The code of an assignment, or <see cref="WithoutDuty"/>.</param>
/// <param name="Unit">The slug of a unit: that and those below.</param>
/// <param name="On">The list as it was on a day; null for today.</param>
/// <param name="Text">Beginnings of words: of names, addresses, numbers, towns.</param>
internal sealed record ListFilter(RelationKind? Kind, string? Role, string? Unit, DateOnly? On, string? Text)
{
    /// <summary>A segment that they are in besides: a saved one's id or the question itself; see <see cref="ListPeople"/>.</summary>
    public string? Segment { get; init; }

    /// <summary>The choice of those without any assignment.</summary>
    public const string WithoutDuty = "utan";

    public const int LongestText = 100;

    /// <summary>Nobody fits: all of it cannot be sought, and a part of it would show others than were asked for.</summary>
    public bool IsTooLong => Text?.Length > LongestText;

    /// <summary>What is not understood is not asked for.</summary>
    /// <param name="asked">What the address has under a name.</param>
    public static ListFilter Of(Func<string, string?> asked, DateOnly today) => new(
        Enum.TryParse<RelationKind>(asked("vilka"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        asked("uppdrag"),
        asked("enhet"),
        DateOnly.TryParseExact(asked("den"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Membership.Within(day) is not null && day != today ? day : null,
        OneLine.OrNull(asked("text")) is { } text ? text[..Math.Min(text.Length, LongestText + 1)] : null)
    { Segment = OneLine.OrNull(asked("urval")) };

    /// <summary>Those of them that one may see.</summary>
    public IQueryable<Person> Among(AppDb db, CurrentUser me, DateOnly today)
    {
        var day = On ?? today;
        var (people, relations) = (db.People.VisibleTo(me, db), db.Relations.On(day));
        if (Kind is { } kind)
            people = people.Where(p => relations.Any(r => r.PersonId == p.Id && r.Kind == kind));
        else if (On is not null)
            people = people.Where(p => relations.Any(r => r.PersonId == p.Id));
        return WithText(WithRole(InUnit(people, db, me, relations), db, day), db);
    }

    private IQueryable<Person> InUnit(IQueryable<Person> people, AppDb db, CurrentUser me, IQueryable<Relation> relations)
    {
        if (string.IsNullOrEmpty(Unit))
            return people;
        var tops = db.Units.Within(me.Where(Permission.SeePeople)).Where(u => u.Slug == Unit);
        var units = db.Units.Where(u => tops.Any(top => u.Path.StartsWith(top.Path))).Select(u => u.Id);
        return On is null
            ? people.Where(p => units.Contains(p.UnitId))
            : people.Where(p => relations.Any(r => r.PersonId == p.Id && units.Contains(r.UnitId)));
    }

    private IQueryable<Person> WithRole(IQueryable<Person> people, AppDb db, DateOnly day)
    {
        if (string.IsNullOrEmpty(Role))
            return people;
        var held = db.Assignments.Where(a => a.From <= day && (a.To == null || day <= a.To));
        return Role == WithoutDuty
            ? people.Where(p => !held.Any(a => a.PersonId == p.Id))
            : people.Where(p => held.Any(a => a.PersonId == p.Id && db.Roles.Any(r => r.Id == a.RoleId && r.Code == Role)));
    }

    private IQueryable<Person> WithText(IQueryable<Person> people, AppDb db)
    {
        if (Text is not { } text)
            return people;
        if (IsTooLong || SearchWords.Of(text) is not { Words.Count: > 0 } words)
            return people.Where(p => false);
        var fitting = PeopleIndex.Everybody.Fitting(db, words);
        return people.Where(p => fitting.Contains((Guid)(object)p.Id));
    }
}
