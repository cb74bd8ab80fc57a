using System.Linq.Expressions;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Tags;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>Is marked with a word.</summary>
internal sealed class HasTag() : SegmentFilter("etikett", SegmentSubject.Marks, "Segments.HasTag", "Segments.HasTag.Say", UsualBlanks.Thing("Segments.Blank.Tag", v => v.Tags))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (tag, taggings) = (answers.Id<Tag>(0), asking.Db.Taggings);
        return p => taggings.Any(t => t.PersonId == p.Id && t.TagId == tag);
    }
}

/// <summary>Something is filled in in a field.</summary>
internal sealed class FieldFilled() : SegmentFilter("falt-ifyllt", SegmentSubject.Marks, "Segments.FieldFilled", "Segments.FieldFilled.Say",
    UsualBlanks.Thing("Segments.Blank.Field", v => v.Fields(Enum.GetValues<FieldKind>())))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (field, values) = (answers.Id<CustomField>(0), asking.Db.FieldValues);
        return p => values.Any(v => v.PersonId == p.Id && v.FieldId == field);
    }
}

/// <summary>A field has a text, or contains it.</summary>
internal sealed class FieldText() : SegmentFilter("falt-text", SegmentSubject.Marks, "Segments.FieldText", "Segments.FieldText.Say",
    UsualBlanks.Thing("Segments.Blank.Field", v => v.Fields(FieldKind.Text)), UsualBlanks.Word("Segments.Blank.How", (Contains, "Segments.How.Contains"), (Is, "Segments.How.Is")), new TextBlank("Segments.Blank.Text"))
{
    private const string Contains = "har", Is = "ar";

    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (field, (asIs, small, large, name)) = (answers.Id<CustomField>(0), answers.Spelt(2));
        var values = asking.Db.FieldValues.Where(v => v.FieldId == field && v.Text != null);
        values = answers.Text(1) == Is
            ? values.Where(v => v.Text == asIs || v.Text == small || v.Text == large || v.Text == name)
            : values.Where(v => v.Text!.Contains(asIs) || v.Text.Contains(small) || v.Text.Contains(large) || v.Text.Contains(name));
        return p => values.Any(v => v.PersonId == p.Id);
    }
}

/// <summary>A number between two, both included.</summary>
internal sealed class FieldNumber() : SegmentFilter("falt-tal", SegmentSubject.Marks, "Segments.FieldNumber", "Segments.FieldNumber.Say",
    UsualBlanks.Thing("Segments.Blank.Field", v => v.Fields(FieldKind.Number)), new NumberBlank("Segments.Blank.Least", -1_000_000_000, 1_000_000_000, 0), new NumberBlank("Segments.Blank.Most", -1_000_000_000, 1_000_000_000, 100))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (field, least, most, values) = (answers.Id<CustomField>(0), (decimal)answers.Number(1), (decimal)answers.Number(2), asking.Db.FieldValues);
        return p => values.Any(v => v.PersonId == p.Id && v.FieldId == field && v.Number != null && v.Number >= least && v.Number <= most);
    }
}

/// <summary>A day between two, both included.</summary>
internal sealed class FieldDay() : SegmentFilter("falt-dag", SegmentSubject.Marks, "Segments.FieldDay", "Segments.FieldDay.Say",
    UsualBlanks.Thing("Segments.Blank.Field", v => v.Fields(FieldKind.Date)), UsualBlanks.From, UsualBlanks.To)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (field, from, to, values) = (answers.Id<CustomField>(0), answers.Day(1), answers.Day(2), asking.Db.FieldValues);
        return p => values.Any(v => v.PersonId == p.Id && v.FieldId == field && v.Day != null && v.Day >= from && v.Day <= to);
    }
}

/// <summary>Yes or no. Whoever has not answered has said neither.</summary>
internal sealed class FieldYesNo() : SegmentFilter("falt-ja", SegmentSubject.Marks, "Segments.FieldYesNo", "Segments.FieldYesNo.Say",
    UsualBlanks.Word("Segments.Blank.YesNo", (Yes, "Segments.Yes"), ("nej", "Segments.No")), UsualBlanks.Thing("Segments.Blank.Field", v => v.Fields(FieldKind.YesNo)))
{
    private const string Yes = "ja";

    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (yes, field, values) = (answers.Text(0) == Yes, answers.Id<CustomField>(1), asking.Db.FieldValues);
        return p => values.Any(v => v.PersonId == p.Id && v.FieldId == field && v.Yes != null && v.Yes == yes);
    }
}

/// <summary>One of the answers in a list.</summary>
internal sealed class FieldChoice() : SegmentFilter("falt-val", SegmentSubject.Marks, "Segments.FieldChoice", "Segments.FieldChoice.Say", UsualBlanks.Thing("Segments.Blank.Choice", v => v.Choices))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (option, values) = (answers.Id<FieldOption>(0), asking.Db.FieldValues);
        return p => values.Any(v => v.PersonId == p.Id && v.OptionId != null && v.OptionId == option);
    }
}

/// <summary>At least so many of the answers in a list.</summary>
internal sealed class FieldSeveral() : SegmentFilter("falt-flera", SegmentSubject.Marks, "Segments.FieldSeveral", "Segments.FieldSeveral.Say",
    new NumberBlank("Segments.Blank.Least", 1, 100, 2), UsualBlanks.Thing("Segments.Blank.Field", v => v.Fields(FieldKind.Several)))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (least, field, values) = (answers.Number(0), answers.Id<CustomField>(1), asking.Db.FieldValues);
        return p => values.Count(v => v.PersonId == p.Id && v.FieldId == field && v.OptionId != null) >= least;
    }
}
