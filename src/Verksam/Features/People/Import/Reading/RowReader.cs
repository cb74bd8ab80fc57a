using System.Globalization;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Tags;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Cells;
using Verksam.Formats.Tables.Columns;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Reading;

/// <summary>Turns a row of the file into what it says of somebody, or into why it cannot be taken.</summary>
internal sealed class RowReader(Mapping mapping, Vocabulary words, DateColumns dates, DateOnly today)
{
    private const int MostTags = 10, LongestTag = Tag.LongestName, LongestNote = PersonNote.Longest, LongestNumber = Person.LongestRegisterNumber;

    public RowRead Read(TableRow row)
    {
        var cells = new RowCells(row, mapping);
        var fault = Name(cells, out var name) is var nameless ? Shape(row, cells) ?? nameless : null;
        if (fault is not null)
            return new RowRead(row.Line, null, fault, []) { Cells = () => cells.Shown };
        var remarks = new List<Fault>();
        var said = new Said
        {
            Name = name,
            Number = cells.Text(ColumnField.MemberNumber) is { Length: <= LongestNumber } number ? number : null,
            Emails = Emails(cells, remarks),
            Phones = Phones(cells, remarks),
            Home = Home(cells, remarks),
            Language = Language(cells, remarks),
            IsProtected = cells.Text(ColumnField.Protected) is { } mark && Vocabulary.Protects(mark),
            Tags = Tags(cells),
            Note = cells.Text(ColumnField.Note) is { } note ? Cut(note, LongestNote) : null,
        };
        // all that is wrong is told at once: nobody mends a file one fault at a time
        List<Fault> faults = [.. new[] { Birth(cells, ref said), Belonging(cells, ref said), Days(cells, ref said) }.OfType<Fault>()];
        return faults is [var first, .. var more] ? new RowRead(row.Line, said, first, [.. more, .. remarks]) { Cells = () => cells.Shown } : new RowRead(row.Line, said, null, remarks) { Cells = () => cells.Shown };
    }

    private static Fault? Shape(TableRow row, RowCells cells) => row.Trouble switch
    {
        RowTrouble.TooManyCells => new Fault(RowFaults.TooManyCells, null, cells.Whole),
        RowTrouble.OpenQuote => new Fault(RowFaults.OpenQuote, null, cells.Whole),
        _ => cells.IsSum ? new Fault(RowFaults.SumRow, null, cells.Whole) : null,
    };

    private static Fault? Name(RowCells cells, out string name)
    {
        var (given, family) = cells.Text(ColumnField.FullName) is { } full ? NameText.Split(full) : ("", "");
        given = cells.Text(ColumnField.GivenName) is { } own ? NameText.Given(own) : given;
        family = cells.Text(ColumnField.FamilyName) is { } last ? NameText.Family(last) : family;
        name = $"{given} {family}".Trim();
        return name.Length == 0 ? new Fault(RowFaults.NoName, null, cells.Whole)
            : name.Length > Person.LongestName ? new Fault(RowFaults.NameTooLong, ColumnField.FullName, name[..Person.LongestName]) : null;
    }

    private Fault? Birth(RowCells cells, ref Said said)
    {
        if (cells.Cell(ColumnField.NationalId) is { IsBlank: false } id)
        {
            var read = NationalId.Read(id.Text, today, id.Kind == CellKind.Number);
            if (!read.IsRead)
                return new Fault($"national-id.{read.Wrong}", ColumnField.NationalId, RowCells.Masked(id.Text));
            said = said with { Born = read.Value.Born };
        }
        else if (cells.Cell(ColumnField.BirthDate) is { IsBlank: false } born)
        {
            var read = dates.Read(ColumnField.BirthDate, born);
            if (!read.IsRead || read.Value > today)
                return new Fault($"date.{read.Wrong ?? CellWrongs.NotYet}", ColumnField.BirthDate, born.Text);
            said = said with { Born = read.Value };
        }
        if (cells.Text(ColumnField.BirthYear) is { } year && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > today.Year - 120 && number <= today.Year)
            said = said with { BirthYear = number };
        return null;
    }

    private Fault? Belonging(RowCells cells, ref Said said)
    {
        foreach (var column in (ReadOnlySpan<ColumnField>)[ColumnField.Municipality, ColumnField.Unit]) // what names the unit itself counts before where it is
        {
            if (cells.Text(column) is not { } place || column == ColumnField.Municipality && cells.Text(ColumnField.Unit) is not null)
                continue;
            if (words.Unit(place) is not { } unit)
                return new Fault(RowFaults.Unit, column, place);
            said = said with { Unit = unit };
        }
        if (cells.Text(ColumnField.Relation) is { } word)
        {
            if (words.Kind(word) is not { } kind)
                return new Fault(RowFaults.Relation, ColumnField.Relation, word);
            said = said with { Relation = kind };
        }
        return null;
    }

    private Fault? Days(RowCells cells, ref Said said)
    {
        var (joined, left, paid, paidOn) = (Day(cells, ColumnField.JoinedOn), Day(cells, ColumnField.LeftOn), Day(cells, ColumnField.PaidUntil), Day(cells, ColumnField.PaidOn));
        if ((joined.Fault ?? left.Fault ?? paid.Fault ?? paidOn.Fault) is { } fault)
            return fault;
        foreach (var (field, day) in (ReadOnlySpan<(ColumnField, DateOnly?)>)[(ColumnField.JoinedOn, joined.Day), (ColumnField.LeftOn, left.Day), (ColumnField.PaidOn, paidOn.Day)])
        {
            if (day > today)
                return new Fault($"date.{CellWrongs.NotYet}", field, cells.Text(field)!);
        }
        said = said with { Joined = joined.Day, Left = left.Day, PaidTo = paid.Day, PaidOn = paidOn.Day, Relation = left.Day is null ? said.Relation : RelationKind.Former };
        return null;
    }

    private (DateOnly? Day, Fault? Fault) Day(RowCells cells, ColumnField field)
    {
        if (cells.Cell(field) is not { IsBlank: false } cell)
            return (null, null);
        if (field == ColumnField.PaidUntil && cell.Text.Trim() is { Length: 4 } year && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1900 and < 2200)
            return (new DateOnly(number, 12, 31), null);
        var read = dates.Read(field, cell);
        return read.IsRead ? (read.Value, null) : (null, new Fault($"date.{read.Wrong}", field, cell.Text));
    }

    private static List<string> Emails(RowCells cells, List<Fault> remarks)
    {
        var all = cells.All(ColumnField.Email).SelectMany(c => EmailText.Read(c.Text).Select(r => (c.Text, Read: r))).ToList();
        remarks.AddRange(all.Where(e => !e.Read.IsRead).Select(e => new Fault($"email.{e.Read.Wrong}", ColumnField.Email, Cut(e.Text, 80))));
        return [.. all.Where(e => e.Read.IsRead).Select(e => e.Read.Value!).DistinctBy(Folding.Email)];
    }

    private static List<string> Phones(RowCells cells, List<Fault> remarks)
    {
        var all = cells.All(ColumnField.Mobile).Concat(cells.All(ColumnField.Phone)).Select(c => (c.Text, Read: PhoneText.Read(c.Text, c.Kind == CellKind.Number))).ToList();
        remarks.AddRange(all.Where(p => !p.Read.IsRead).Select(p => new Fault($"phone.{p.Read.Wrong}", ColumnField.Phone, Cut(p.Text, 80))));
        return [.. all.Where(p => p.Read.IsRead).Select(p => p.Read.Value!).DistinctBy(p => p.E164).Select(p => p.Display)];
    }

    private static Home? Home(RowCells cells, List<Fault> remarks)
    {
        var code = cells.Text(ColumnField.PostalCode);
        var read = PostalCodeText.Read(code ?? "");
        if (code is not null && !read.IsRead)
            remarks.Add(new Fault($"postal.{read.Wrong}", ColumnField.PostalCode, Cut(code, 80)));
        return Comparing.Home.Of(Line(cells, ColumnField.CareOf), Line(cells, ColumnField.Street), read.IsRead ? read.Value : null, Line(cells, ColumnField.Town));
    }

    private static string? Line(RowCells cells, ColumnField field) => cells.Text(field) is { } text ? Cut(text, 100) : null;

    private static string? Language(RowCells cells, List<Fault> remarks)
    {
        if (cells.Text(ColumnField.Language) is not { } word)
            return null;
        if (Vocabulary.Language(word) is { } code)
            return code;
        remarks.Add(new Fault(RowFaults.Language, ColumnField.Language, Cut(word, 80)));
        return null;
    }

    private static List<string> Tags(RowCells cells) => [.. cells.All(ColumnField.Tags).SelectMany(c => c.Text.Split([',', ';', '|', '\n']))
        .Select(t => Cut(Kernel.Text.OneLine.Of(t), LongestTag)).Where(t => t.Length > 0).DistinctBy(AppDb.Folded).Take(MostTags)];

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest].TrimEnd() : text;
}
