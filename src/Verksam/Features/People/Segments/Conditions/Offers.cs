using System.Globalization;
using System.Linq.Expressions;
using Verksam.Features.People.Offers;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>Can do something, or likes to.</summary>
internal sealed class OffersSkill() : SegmentFilter("kan", SegmentSubject.Offers, "Segments.Skill", "Segments.Skill.Say",
    UsualBlanks.Word("Segments.Blank.CanLikes", ("kan", "Segments.Can"), (Likes, "Segments.Likes")), UsualBlanks.Thing("Segments.Blank.Skill", v => v.Skills))
{
    private const string Likes = "gillar";

    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (likes, skill, said) = (answers.Text(0) == Likes, answers.Id<Skill>(1), asking.Db.PersonSkills);
        return p => said.Any(s => s.PersonId == p.Id && s.SkillId == skill && (likes ? s.Likes : s.Can));
    }
}

/// <summary>Usually can at a part of a day of the week.</summary>
internal sealed class FreeAt() : SegmentFilter("ledig", SegmentSubject.Offers, "Segments.Free", "Segments.Free.Say",
    new ChoiceBlank("Segments.Blank.Weekday", Days, a => IsUpTo(a, 6)), UsualBlanks.One<DayPart>("Segments.Blank.Part", (texts, part) => texts[$"Segments.Part.{part}"]))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (bit, times) = (FreeTime.Bit((DayOfWeek)((answers.Number(0) + 1) % 7), answers.One<DayPart>(1)), asking.Db.FreeTimes);
        return p => times.Any(f => f.PersonId == p.Id && (f.Mask & bit) != 0);
    }

    // Monday first, as people count
    private static IReadOnlyList<Option> Days(Wording wording) => [.. Enumerable.Range(0, 7).Select(d =>
        new Option(d.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)((d + 1) % 7)).ToLower(CultureInfo.CurrentCulture)))];

    private static bool IsUpTo(string answer, int most) => int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most;
}

/// <summary>Would like to take part in a unit, or in one below.</summary>
internal sealed class WantsToBeIn() : SegmentFilter("vill-vara-med", SegmentSubject.Offers, "Segments.Wants", "Segments.Wants.Say", UsualBlanks.Unit)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (units, places) = (UnitAndBelow.Below(asking, answers.OrAny(0)), asking.Db.PersonPlaces);
        return p => places.Any(place => place.PersonId == p.Id && units.Contains(place.UnitId));
    }
}
