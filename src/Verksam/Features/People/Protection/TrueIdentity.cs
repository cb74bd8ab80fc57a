using Verksam.Features.People.Reach;

namespace Verksam.Features.People.Protection;

/// <summary>All that could tell who and where somebody is.</summary>
internal sealed record TrueIdentity(string Name, string? Called, DateOnly? BirthDate, int? BirthYear, IReadOnlyList<TrueWay> Ways, IReadOnlyList<TrueAddress> Addresses)
{
    /// <summary>As the tables have it of somebody who is not under seal.</summary>
    public static TrueIdentity Of(Person person, IEnumerable<PostalAddress> addresses) => new(person.Name, person.Called, person.BirthDate, person.BirthYear,
        [.. person.Ways.OrderBy(w => w.Kind).ThenBy(w => w.Order).Select(w => new TrueWay(w.Kind, w.Value, w.State, w.StateSince))],
        [.. addresses.OrderBy(a => a.Kind).Select(a => new TrueAddress(a.Kind, a.CareOf, a.Street, a.PostalCode, a.Town, a.Country, a.Returned))]);

    public string First => Called ?? Name.Split(' ')[0];

    public IEnumerable<TrueWay> WaysOf(WayKind kind) => Ways.Where(w => w.Kind == kind);
}

internal sealed record TrueWay(WayKind Kind, string Value, WayState State, DateOnly? Since)
{
    /// <summary>The characters a phone dials.</summary>
    public string Dial => string.Concat(Value.Where(c => char.IsAsciiDigit(c) || c == '+'));

    public bool IsUsable => State is WayState.Untried or WayState.Works;
}

internal sealed record TrueAddress(AddressKind Kind, string? CareOf, string? Street, string? PostalCode, string? Town, string? Country, DateOnly? Returned)
{
    /// <summary>As it is written on an envelope, a line each.</summary>
    public IEnumerable<string> Lines => new[]
    {
        CareOf is null ? null : $"c/o {CareOf}",
        Street,
        string.Join("  ", new[] { PostalCode, Town }.OfType<string>()) is { Length: > 0 } town ? town : null,
        Country,
    }.OfType<string>();
}
