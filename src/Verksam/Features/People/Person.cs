using System.Text.RegularExpressions;
using Verksam.Features.People.Reach;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Search;
using Verksam.Kernel.Text;

namespace Verksam.Features.People;

/// <summary>Somebody the organisation knows. Belonging is political opinion: see and act only through <c>VisibleTo</c>.</summary>
internal sealed partial class Person : Entity<Person>, IAudited, IVersioned, ISought
{
    public const int LongestName = 120, LongestRegisterNumber = 40;

    private Person() { }

    public static Person Welcome(string name, string? email, string? phone, Id<Unit> unit)
    {
        var person = new Person { UnitId = unit };
        person.Describe(name, email, phone);
        return person;
    }

    /// <summary>The unit the person belongs to.</summary>
    public Id<Unit> UnitId { get; private set; }

    [Personal]
    public string Name { get; private set; } = "";

    /// <summary>For sorting and searching.</summary>
    [Personal]
    public string NameFolded { get; private set; } = "";

    /// <summary>What the person is called, when it is not the first word of the name.</summary>
    [Personal]
    public string? Called { get; private set; }

    [Personal]
    public DateOnly? BirthDate { get; private set; }

    /// <summary>Also when the day is known.</summary>
    [Personal]
    public int? BirthYear { get; private set; }

    /// <summary>The language the person would rather be spoken to in, ISO 639-1; null when nothing is said.</summary>
    public string? Language { get; private set; }

    /// <summary>How the person would rather be reached.</summary>
    public ReachWish Wish { get; private set; }

    /// <summary>Has asked not to be called.</summary>
    public bool DoNotCall { get; private set; }

    /// <summary>The member's number in a register outside this one; unique.</summary>
    [Personal]
    public string? RegisterNumber { get; private set; }

    /// <summary>Who this is lies sealed (see Protection); the name here is a mask.</summary>
    public bool IsProtected { get; private set; }

    public int Revision { get; set; }

    SoughtKey ISought.Sought => new(Searching.PeopleIndex.Everybody, Id.Value);

    /// <summary>What one says to the person.</summary>
    public string First => Called ?? (IsProtected ? Name : Name.Split(' ')[0]);

    public Refusal? Describe(string name, string? email, string? phone)
    {
        if (Rename(name) is { } no)
            return no;
        ReachFirst(WayKind.Email, email);
        ReachFirst(WayKind.Phone, phone);
        return null;
    }

    /// <param name="called">Null when it is the first word of the name.</param>
    public Refusal? Rename(string name, string? called = null)
    {
        if (IsProtected)
            return PeopleRefusals.IsSealed;
        if (OneLine.OrNull(name) is not { } line)
            return PeopleRefusals.NameMissing;
        SetName(line);
        Called = OneLine.OrNull(called) is { } word && word != line.Split(' ')[0] ? word : null;
        return null;
    }

    /// <summary>A day, or a year when no more is known.</summary>
    public Refusal? Born(DateOnly? day, int? year, DateOnly today)
    {
        if (IsProtected)
            return PeopleRefusals.IsSealed;
        if (day > today || year > today.Year || (day?.Year ?? year) < today.Year - 125)
            return PeopleRefusals.NotBornThen;
        (BirthDate, BirthYear) = (day, day?.Year ?? year);
        return null;
    }

    public Refusal? Prefers(string? language, ReachWish wish, bool doNotCall)
    {
        if (language is not (null or "") && !LanguageCode().IsMatch(language))
            return PeopleRefusals.NoSuchLanguage;
        (Language, Wish, DoNotCall) = (language is "" ? null : language, wish, doNotCall);
        return null;
    }

    public void IsNumbered(string? number) => RegisterNumber = OneLine.OrNull(number);

    /// <summary>Only the row: whoever is something somewhere is moved by <see cref="Belonging.BelongingOf"/>, so that both agree.</summary>
    public void MoveTo(Id<Unit> unit) => UnitId = unit;

    private void SetName(string name)
    {
        Name = name;
        NameFolded = AppDb.Folded(name);
    }

    [GeneratedRegex("^[a-z]{2,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageCode();
}

internal static class PeopleRefusals
{
    public static readonly Refusal NameMissing = new("People.Refused.NameMissing");
    public static readonly Refusal NotBornThen = new("People.Refused.NotBornThen");
    public static readonly Refusal NoSuchLanguage = new("People.Refused.NoSuchLanguage");
    public static readonly Refusal IsSealed = new("People.Refused.IsSealed");
    public static readonly Refusal EndsBeforeItBegins = new("People.Refused.EndsBeforeItBegins");
    public static readonly Refusal AlreadyAssigned = new("People.Refused.AlreadyAssigned");
    public static readonly Refusal MoreThanOwn = new("People.Refused.MoreThanOwn");
    public static readonly Refusal LastAdministrator = new("People.Refused.LastAdministrator");
    public static readonly Refusal Twin = new("People.Refused.Twin");
    public static readonly Refusal NotYoursToMove = new("People.Refused.NotYoursToMove");
}
