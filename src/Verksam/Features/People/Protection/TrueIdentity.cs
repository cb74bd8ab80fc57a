using Verksam.Features.People.Reach;

namespace Verksam.Features.People.Protection;

/// <summary>All that could tell who and where somebody is.</summary>
internal sealed record TrueIdentity(string Name, string? Called, DateOnly? BirthDate, int? BirthYear, IReadOnlyList<TrueWay> Ways, IReadOnlyList<TrueAddress> Addresses);

internal sealed record TrueWay(WayKind Kind, string Value, WayState State, DateOnly? Since);

internal sealed record TrueAddress(AddressKind Kind, string? CareOf, string? Street, string? PostalCode, string? Town, string? Country, DateOnly? Returned);
