using System.Text.RegularExpressions;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Segments;

/// <summary>The blanks that several conditions have.</summary>
internal static partial class UsualBlanks
{
    public static readonly Blank Unit = new ChoiceBlank("Segments.Blank.Unit", w => w.Known.Units, IsName);

    public static readonly Blank UnitOrAny = new ChoiceBlank("Segments.Blank.Unit", w => [w.AnyOf("Segments.Anywhere"), .. w.Known.Units], IsName);

    public static readonly Blank RoleOrAny = new ChoiceBlank("Segments.Blank.Role", w => [w.AnyOf("Segments.AnyRole"), .. w.Known.Roles], IsName);

    public static readonly Blank From = new DayBlank("Segments.Blank.From", -365), To = new DayBlank("Segments.Blank.To"), On = new DayBlank("Segments.Blank.Day");

    /// <summary>One of the things that have ids.</summary>
    public static Blank Thing(string label, Func<Vocabulary, IReadOnlyList<Option>> options) =>
        new ChoiceBlank(label, w => options(w.Known), answer => Guid.TryParse(answer, out _));

    /// <summary>One of an enum, said in small letters.</summary>
    public static Blank One<T>(string label, Func<Texts, T, string> said) where T : struct, Enum => new ChoiceBlank(label,
        w => [.. Enum.GetValues<T>().Select(v => new Option(v.ToString(), w.Small(said(w.Texts, v))))],
        answer => Enum.GetNames<T>().Contains(answer, StringComparer.Ordinal));

    /// <summary>The same, or any of them.</summary>
    public static Blank OneOrAny<T>(string label, string any, Func<Texts, T, string> said) where T : struct, Enum => new ChoiceBlank(label,
        w => [w.AnyOf(any), .. Enum.GetValues<T>().Select(v => new Option(v.ToString(), w.Small(said(w.Texts, v))))],
        answer => answer == Blank.Any || Enum.GetNames<T>().Contains(answer, StringComparer.Ordinal));

    /// <summary>One of a few words.</summary>
    public static Blank Word(string label, params (string Value, string Text)[] words) => new ChoiceBlank(label,
        w => [.. words.Select(word => new Option(word.Value, w.Texts[word.Text]))], answer => words.Any(word => word.Value == answer));

    private static bool IsName(string answer) => answer == Blank.Any || Name().IsMatch(answer);

    [GeneratedRegex("^[a-z0-9-]{1,130}$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
