using Verksam.Features.People.Belonging;
using Verksam.Kernel;

namespace Verksam.Features.People.Listing;

/// <summary>One person of a list.</summary>
internal sealed record ListRow(
    Id<Person> Id, string Name, string? Email, string? Phone, string Unit, string? Town, bool HasAccount, RelationKind? Kind, DateOnly? Since, DateOnly? PaidTo,
    int? BirthYear, string? RegisterNumber, bool DoNotCall, List<Duty> Duties, int Total)
{
    /// <summary>What they can or like to do, and the words they are marked with; read only when they are shown.</summary>
    public IReadOnlyList<string> Skills { get; set; } = [];

    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>That somebody is a member is said only when there is nothing else to say.</summary>
    public RelationKind? Telling => Kind == RelationKind.Member && Duties.Count > 0 ? null : Kind;

    public string Dial => string.Concat(Phone?.Where(c => char.IsAsciiDigit(c) || c == '+') ?? []);
}
