using System.Globalization;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Fields;

/// <summary>What somebody writes or chooses in a custom field, read into rows and written out again.</summary>
/// <param name="Options">In their order; only of lists.</param>
internal sealed record Answers(CustomField Field, IReadOnlyList<FieldOption> Options, IReadOnlyList<FieldValue> Values)
{
    public bool IsEmpty => Values.Count == 0;

    private FieldValue? First => Values.Count == 0 ? null : Values[0];

    public bool Has(FieldOption option) => Values.Any(v => v.OptionId == option.Id);

    /// <summary>As a form has it: "12,5", "2026-03-10", "ja", an option's id.</summary>
    public string Written => First is not { } value ? "" : Field.Kind switch
    {
        FieldKind.Number => value.Number?.ToString("0.####", CultureInfo.CurrentCulture) ?? "",
        FieldKind.Date => value.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        FieldKind.YesNo => value.Yes is null ? "" : value.Yes.Value ? "yes" : "no",
        FieldKind.One => value.OptionId?.ToString() ?? "",
        _ => value.Text ?? "",
    };

    /// <summary>As people read it.</summary>
    /// <param name="yes">The words for yes and no.</param>
    public string Said(Func<DateOnly, string> day, string yes, string no) => First is not { } value ? "" : Field.Kind switch
    {
        FieldKind.Date => value.Day is { } on ? day(on) : "",
        FieldKind.YesNo => value.Yes == true ? yes : no,
        FieldKind.One or FieldKind.Several => string.Join(", ", Options.Where(Has).Select(o => o.Name)),
        _ => Written,
    };

    /// <summary>The rows that stand for what was written; none for nothing.</summary>
    /// <param name="written">One text; of several in a list, the ids of those that are ticked.</param>
    public Refusal? Read(Id<Person> person, IReadOnlyList<string> written, out List<FieldValue> rows)
    {
        rows = [];
        foreach (var line in written.Select(OneLine.OrNull).OfType<string>())
        {
            var value = new FieldValue(Field.Id, person);
            if (Put(value, line) is { } no)
                return no;
            rows.Add(value);
        }
        return null;
    }

    /// <summary>The same answer as before.</summary>
    public bool Is(IReadOnlyList<FieldValue> rows) => rows.Count == Values.Count && rows.All(r => Values.Any(v => (v.Text, v.Number, v.Day, v.Yes, v.OptionId) == (r.Text, r.Number, r.Day, r.Yes, r.OptionId)));

    private Refusal? Put(FieldValue value, string line)
    {
        switch (Field.Kind)
        {
            case FieldKind.Number:
                value.Number = WrittenNumber.In(line) is { } number && Math.Abs(number) < 10_000_000_000_000m ? decimal.Round(number, 4) : null;
                return value.Number is null ? FieldRefusals.NotANumber : null;
            case FieldKind.Date:
                value.Day = DateOnly.TryParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1800 and <= 2199 ? day : null;
                return value.Day is null ? FieldRefusals.NotADay : null;
            case FieldKind.YesNo:
                value.Yes = line == "yes";
                return line is "yes" or "no" ? null : FieldRefusals.NotInList;
            case FieldKind.One or FieldKind.Several:
                value.OptionId = Options.FirstOrDefault(o => o.Id.ToString() == line)?.Id;
                return value.OptionId is null ? FieldRefusals.NotInList : null;
            default:
                value.Text = line;
                return line.Length > FieldValue.LongestText ? FieldRefusals.TooLong : null;
        }
    }
}
