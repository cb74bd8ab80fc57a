using System.Globalization;
using System.Linq.Expressions;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>How old somebody is today; where only the year is known, what the person becomes this year.</summary>
internal sealed class AgeBetween() : SegmentFilter("alder", SegmentSubject.Person, "Segments.Age", "Segments.Age.Say",
    new NumberBlank("Segments.Blank.Least", 0, 130, 18), new NumberBlank("Segments.Blank.Most", 0, 130, 30))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (least, most, today) = (answers.Number(0), answers.Number(1), asking.Today);
        var (youngest, oldest) = (today.AddYears(-least), today.AddYears(-most - 1));
        var (last, first) = (today.Year - least, today.Year - most);
        return p => (p.BirthDate != null && p.BirthDate <= youngest && p.BirthDate > oldest)
            || (p.BirthDate == null && p.BirthYear != null && p.BirthYear <= last && p.BirthYear >= first);
    }
}

/// <summary>Has a birthday today or within so many days.</summary>
internal sealed class BirthdayWithin() : SegmentFilter("fyller-inom", SegmentSubject.Person, "Segments.Birthday", "Segments.Birthday.Say", new NumberBlank("Segments.Blank.Days", 0, 300, 30))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (first, last) = (OfYear(asking.Today), OfYear(asking.Today.AddDays(answers.Number(0))));
        var within = first <= last;
        return p => p.BirthDate != null && (within
            ? (p.BirthDate.Value.Month * 100) + p.BirthDate.Value.Day >= first && (p.BirthDate.Value.Month * 100) + p.BirthDate.Value.Day <= last
            : (p.BirthDate.Value.Month * 100) + p.BirthDate.Value.Day >= first || (p.BirthDate.Value.Month * 100) + p.BirthDate.Value.Day <= last);
    }

    // 229 lies between two days of any year, so that nobody born in a leap year is passed over
    private static int OfYear(DateOnly day) => (day.Month * 100) + day.Day;
}

/// <summary>Has a birthday in a month.</summary>
internal sealed class BirthdayIn() : SegmentFilter("fyller-i", SegmentSubject.Person, "Segments.BirthMonth", "Segments.BirthMonth.Say", new ChoiceBlank("Segments.Blank.Month", Months, IsMonth))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var month = answers.Number(0) is 0 ? asking.Today.Month : answers.Number(0);
        return p => p.BirthDate != null && p.BirthDate.Value.Month == month;
    }

    private static IReadOnlyList<Option> Months(Wording wording) =>
    [
        new("0", wording.Texts["Segments.ThisMonth"]),
        .. Enumerable.Range(1, 12).Select(m => new Option(m.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(m))),
    ];

    private static bool IsMonth(string answer) => int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month <= 12;
}

/// <summary>The day or the year of birth is known.</summary>
internal sealed class BirthKnown() : SegmentFilter("fodelse-kand", SegmentSubject.Person, "Segments.BirthKnown", "Segments.BirthKnown.Say")
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers) => p => p.BirthYear != null;
}
