namespace Verksam.Features.People.Import.Comparing;

/// <summary>Whom a row tells of.</summary>
/// <param name="Sure">Certainly this one.</param>
/// <param name="Doubt">Why it cannot be told; then <paramref name="Maybe"/> are those whom it may be.</param>
internal sealed record Match(Known? Sure, Doubt? Doubt, IReadOnlyList<Known> Maybe)
{
    public static readonly Match Nobody = new(null, null, []);

    public static Match For(Known known) => new(known, null, []);

    public static Match Asks(Doubt doubt, params IEnumerable<Known> maybe) => new(null, doubt, [.. maybe.DistinctBy(k => k.Id).Take(MostShown)]);

    // more than anybody chooses among
    private const int MostShown = 5;
}

/// <summary>
/// Tells people apart: by the number in the register; else by the name together with an address, a phone, a day of birth or a street. A name
/// alone, an address alone, or signs that speak against each other are asked about: two people with one address are not one.
/// </summary>
internal static class Matching
{
    public static Match Of(Said said, RegisterIndex register)
    {
        if ((register.WithNumber(said.Number) is { IsHidden: true } number ? number : register.Hidden(said)) is { } hidden)
            return Match.For(hidden);
        if (register.WithNumber(said.Number) is { } numbered)
            return IsSomebodyElse(said, numbered) ? Match.Asks(Doubt.OtherNumber, numbered) : Match.For(numbered);
        var named = register.Named(said.Name).ToList();
        return ByName(said, named, register) ?? ByBirth(said, register) ?? ByEmail(said, register) ?? Match.Nobody;
    }

    private static Match? ByName(Said said, List<Known> named, RegisterIndex register)
    {
        if (named.Count == 0)
            return null;
        var reached = register.WithEmail(said).Concat(register.WithPhone(said)).Select(k => k.Id).ToHashSet();
        var agreeing = named.Where(k => IsSameBirth(said, k) || reached.Contains(k.Id) || IsSameHome(said, k)).DistinctBy(k => k.Id).ToList();
        var likely = agreeing.Where(k => !HasOtherBirth(said, k)).ToList();
        if (likely.Count > 1)
            return Match.Asks(Doubt.Several, likely);
        if (likely is [var one])
            return HasOtherNumber(said, one) ? Match.Asks(Doubt.OtherNumber, one) : Match.For(one);
        if (agreeing.Count > 0)
            return HasOtherNumber(said, agreeing[0]) ? null : Match.Asks(Doubt.OtherBirth, agreeing);
        // two of the same name who are known to differ are two
        var possible = named.Where(k => !HasOtherBirth(said, k) && !HasOtherNumber(said, k) && !k.IsElsewhere && (said.Unit is null || k.Unit == said.Unit)).ToList();
        return possible.Count > 0 ? Match.Asks(Doubt.SameName, possible) : null;
    }

    private static Match? ByBirth(Said said, RegisterIndex register)
    {
        var near = register.BornOn(said.Born).Where(k => !k.IsElsewhere && !HasOtherNumber(said, k) && Likeness.IsNear(said.Name, k.Name)).ToList();
        return near.Count > 0 ? Match.Asks(Doubt.NearlySame, near) : null;
    }

    private static Match? ByEmail(Said said, RegisterIndex register)
    {
        var same = register.WithEmail(said).Where(k => !k.IsElsewhere && !HasOtherBirth(said, k) && !HasOtherNumber(said, k)).ToList();
        return same.Count > 0 ? Match.Asks(Doubt.SameEmail, same) : null;
    }

    // the number of somebody who is born another day and has not a single word of the name in common
    private static bool IsSomebodyElse(Said said, Known known) =>
        HasOtherBirth(said, known) && !Known.Fold(said.Name).Split(' ').Intersect(Known.Fold(known.Name).Split(' '), StringComparer.Ordinal).Any();

    private static bool IsSameBirth(Said said, Known known) => said.Born is { } born && born == known.Born;

    private static bool HasOtherBirth(Said said, Known known) =>
        said.Born is { } born && known.Born is { } other ? born != other
        : (said.Born?.Year ?? said.BirthYear) is { } year && (known.Born?.Year ?? known.BirthYear) is { } otherYear && year != otherYear;

    private static bool HasOtherNumber(Said said, Known known) =>
        said.Number is { } number && known.Number is { } other && !string.Equals(number, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsSameHome(Said said, Known known) => said.Home is { Street: { } street, PostalCode: { } code }
        && known.Home is { } home && string.Equals(street, home.Street, StringComparison.OrdinalIgnoreCase) && code == home.PostalCode;
}
