using System.Globalization;
using Verksam.Kernel;

namespace Verksam.Features.People.Segments;

/// <summary>What is filled in the blanks of a condition. Asked of what its blanks have found right only.</summary>
/// <param name="Today">The day somebody asks.</param>
internal sealed record Answers(IReadOnlyList<string> Given, DateOnly Today)
{
    public string Text(int blank) => Given[blank];

    public int Number(int blank) => int.Parse(Given[blank], CultureInfo.InvariantCulture);

    public DateOnly Day(int blank) => DayBlank.On(Given[blank], Today);

    public Id<T> Id<T>(int blank) => Kernel.Id<T>.Parse(Given[blank], null);

    public T One<T>(int blank) where T : struct, Enum => Enum.Parse<T>(Given[blank]);

    /// <summary>Null when anyone will do.</summary>
    public string? OrAny(int blank) => Given[blank] == Blank.Any ? null : Given[blank];

    /// <summary>As people may have written it: as it stands, in small letters, in capitals, with a capital first. The databases know no Swedish letters alike.</summary>
    public (string AsIs, string Small, string Large, string Name) Spelt(int blank)
    {
        var (text, swedish) = (Given[blank], CultureInfo.GetCultureInfo("sv-SE"));
        var small = text.ToLower(swedish);
        return (text, small, text.ToUpper(swedish), small.Length == 0 ? small : char.ToUpper(small[0], swedish) + small[1..]);
    }
}
