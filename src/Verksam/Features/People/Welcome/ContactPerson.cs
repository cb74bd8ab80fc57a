using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Welcome;

/// <summary>Somebody whom a unit has chosen to call those who are new, there and below.</summary>
internal sealed class ContactPerson : Entity<ContactPerson>, IAudited, IAboutPerson
{
    public const int UsualMost = 5, MostAtOnce = 50, MostLanguages = 15;

    private ContactPerson() { }

    public ContactPerson(Id<Unit> unit, Id<Person> person) => (UnitId, PersonId) = (unit, person);

    public Id<Unit> UnitId { get; private set; }
    public Id<Person> PersonId { get; private set; }

    /// <summary>So many new ones at once, and no more.</summary>
    public int Most { get; private set; } = UsualMost;

    /// <summary>Besides Swedish: "ar so", ISO 639-1.</summary>
    public string? Languages { get; private set; }

    /// <summary>Gets nobody until this day has passed.</summary>
    public DateOnly? PausedTo { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;

    public void Write(int most, IEnumerable<string> languages, DateOnly? pausedTo) =>
        (Most, Languages, PausedTo) = (most, string.Join(' ', languages.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) is { Length: > 0 } known ? known : null, pausedTo);
}
