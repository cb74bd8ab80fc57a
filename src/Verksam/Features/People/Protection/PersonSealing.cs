using System.Globalization;
using Verksam.Features.People.Protection;
using Verksam.Features.People.Reach;

namespace Verksam.Features.People;

/// <summary>A person's identity goes under seal, and comes out again.</summary>
internal sealed partial class Person
{
    /// <summary>What tells two sealed ones apart: four signs of the id, which tell nothing.</summary>
    public string MaskCode => Id.Value.ToString("N")[^4..].ToUpper(CultureInfo.InvariantCulture);

    /// <summary>Whether a text names the person: any word of the name, also inside a longer one ("Lenas"); one of two letters stands by itself.</summary>
    public bool IsToldBy(string text)
    {
        var words = text.Split([.. text.Where(c => !char.IsLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return $"{Name} {Called}".Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Any(name => words.Any(word => name.Length > 2 ? word.Contains(name, StringComparison.OrdinalIgnoreCase) : word.Equals(name, StringComparison.OrdinalIgnoreCase)));
    }

    /// <param name="mask">What stands for the name: "Skyddad person 3F2A".</param>
    /// <param name="addresses">All the person's; whoever saves removes them.</param>
    public SealedIdentity Seal(string mask, IEnumerable<PostalAddress> addresses, DateTimeOffset now)
    {
        var identity = TrueIdentity.Of(this, addresses);
        SetName(mask);
        (Called, BirthDate, BirthYear, IsProtected) = (null, null, null, true);
        _ways.Clear();
        Choose();
        return new SealedIdentity(Id, identity, now);
    }

    /// <returns>The addresses; whoever saves adds them, and removes the seal.</returns>
    public IReadOnlyList<PostalAddress> Unseal(SealedIdentity under)
    {
        var identity = under.Open();
        IsProtected = false;
        SetName(identity.Name);
        (Called, BirthDate, BirthYear) = (identity.Called, identity.BirthDate, identity.BirthYear);
        foreach (var way in identity.Ways)
            Reach(way.Kind, way.Value)!.Is(way.State, way.Since);
        Choose();
        return [.. identity.Addresses.Select(AddressOf)];
    }

    private PostalAddress AddressOf(TrueAddress identity)
    {
        var address = new PostalAddress(Id, identity.Kind);
        address.Write(identity.CareOf, identity.Street, identity.PostalCode, identity.Town, identity.Country);
        address.CameBack(identity.Returned);
        return address;
    }
}
