using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Verksam.Features.People.Reach;
using Verksam.Kernel;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>A part of the name.</summary>
internal sealed class Named() : SegmentFilter("namn", SegmentSubject.Person, "Segments.Named", "Segments.Named.Say", new TextBlank("Segments.Blank.Text"))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var folded = AppDb.Folded(answers.Text(0));
        return p => p.NameFolded.Contains(folded);
    }
}

/// <summary>Lives where the postal code begins so.</summary>
internal sealed partial class PostalCodeFrom() : SegmentFilter("postnummer", SegmentSubject.Person, "Segments.PostalCode", "Segments.PostalCode.Say", new TextBlank("Segments.Blank.PostalCode", PostalAddress.LongestCode))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (begins, homes) = (Spaces().Replace(answers.Text(0), ""), asking.Db.Addresses.Where(a => a.Kind == AddressKind.Home));
        return p => homes.Any(a => a.PersonId == p.Id && a.PostalCode != null && a.PostalCode.Replace(" ", "").StartsWith(begins));
    }

    [GeneratedRegex(@"\s", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}

/// <summary>Lives in a town.</summary>
internal sealed class Town() : SegmentFilter("ort", SegmentSubject.Person, "Segments.Town", "Segments.Town.Say", new TextBlank("Segments.Blank.Town"))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var ((asIs, small, large, name), homes) = (answers.Spelt(0), asking.Db.Addresses.Where(a => a.Kind == AddressKind.Home));
        return p => homes.Any(a => a.PersonId == p.Id && (a.Town == asIs || a.Town == small || a.Town == large || a.Town == name));
    }
}

/// <summary>Would rather be spoken to in a language.</summary>
internal sealed class Speaks() : SegmentFilter("sprak", SegmentSubject.Person, "Segments.Speaks", "Segments.Speaks.Say", new ChoiceBlank("Segments.Blank.Language", Spoken, IsCode))
{
    private static readonly string[] Codes =
        ["sv", "en", "ar", "so", "ti", "fa", "ku", "tr", "fi", "pl", "es", "bs", "hr", "sr", "sq", "ru", "uk", "de", "fr", "th", "zh", "nb", "da", "se", "sma", "smj", "fit", "rom", "yi"];

    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var code = answers.Text(0);
        return p => p.Language != null && p.Language == code;
    }

    private static IReadOnlyList<Option> Spoken(Wording wording) => [.. Codes.Select(c => new Option(c, Tongues.Name(c)))];

    private static bool IsCode(string answer) => answer.Length is 2 or 3 && answer.All(char.IsAsciiLetterLower);
}
