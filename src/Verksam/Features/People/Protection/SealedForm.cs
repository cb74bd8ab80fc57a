using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Verksam.Features.People.Reach;
using Verksam.Kernel;

namespace Verksam.Features.People.Protection;

/// <summary>Who somebody under seal is, as it is written. Several addresses by e-mail or numbers stand a line each, the first is tried first.</summary>
internal sealed class SealedForm
{
    private const int LongestLines = 1000;

    [Required, StringLength(Person.LongestName)]
    public string Name { get; set; } = "";

    [StringLength(Person.LongestName)]
    public string? Called { get; set; }

    [StringLength(40)]
    public string? Born { get; set; }

    [StringLength(LongestLines)]
    public string? Emails { get; set; }

    [StringLength(LongestLines)]
    public string? Phones { get; set; }

    [StringLength(PostalAddress.LongestLine)]
    public string? CareOf { get; set; }

    [StringLength(PostalAddress.LongestLine)]
    public string? Street { get; set; }

    [StringLength(PostalAddress.LongestCode)]
    public string? PostalCode { get; set; }

    [StringLength(PostalAddress.LongestLine)]
    public string? Town { get; set; }

    [StringLength(PostalAddress.LongestLine)]
    public string? Country { get; set; }

    public int Revision { get; set; }

    public static SealedForm Of(TrueIdentity who, int revision)
    {
        var home = who.Addresses.FirstOrDefault(a => a.Kind == AddressKind.Home);
        return new()
        {
            Name = who.Name,
            Called = who.Called,
            Born = who.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? who.BirthYear?.ToString(CultureInfo.InvariantCulture),
            Emails = string.Join('\n', who.WaysOf(WayKind.Email).Select(w => w.Value)),
            Phones = string.Join('\n', who.WaysOf(WayKind.Phone).Select(w => w.Value)),
            CareOf = home?.CareOf,
            Street = home?.Street,
            PostalCode = home?.PostalCode,
            Town = home?.Town,
            Country = home?.Country,
            Revision = revision,
        };
    }

    /// <summary>The identity with what is written put over it, by the rules for everybody; or which field is refused.</summary>
    public (TrueIdentity Who, string Field, Refusal? No) Over(TrueIdentity known, DateOnly today)
    {
        // somebody who is not under seal, and is never saved
        var person = Person.Welcome("?", null, null, default);
        if (person.Rename(Name, Called) is { } unnamed)
            return (known, "Input.Name", unnamed);
        if ((Written.Birth(Born, out var day, out var year) ?? person.Born(day, year, today)) is { } unborn)
            return (known, "Input.Born", unborn);
        if (Ways(WayKind.Email, Emails, person) is { } noEmail)
            return (known, "Input.Emails", noEmail);
        if (Ways(WayKind.Phone, Phones, person) is { } noPhone)
            return (known, "Input.Phones", noPhone);
        if (Home(person.Id, out var home) is { } no)
            return (known, no.Field, no.No);
        var written = TrueIdentity.Of(person, home is null ? [] : [home]);
        return (written with { Ways = [.. written.Ways.Select(w => Kept(known, w))], Addresses = [.. Homes(known, written), .. known.Addresses.Where(a => a.Kind != AddressKind.Home)] }, "", null);
    }

    private static Refusal? Ways(WayKind kind, string? lines, Person person)
    {
        foreach (var line in (lines ?? "").Split(['\n', ';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Written.Way(kind, line, out var value) is { } no)
                return no;
            person.Reach(kind, value);
        }
        return null;
    }

    private (string Field, Refusal No)? Home(Id<Person> person, out PostalAddress? home)
    {
        home = null;
        if (Written.PostalCode(PostalCode, Country, out var code) is { } noCode)
            return ("Input.PostalCode", noCode);
        if (new[] { CareOf, Street, PostalCode, Town, Country }.All(string.IsNullOrWhiteSpace))
            return null;
        home = new PostalAddress(person, AddressKind.Home);
        return home.Write(CareOf, Street, code, Town, Country) is { } no ? ("Input.Street", no) : null;
    }

    // what is known of a way stays known as long as the way does
    private static TrueWay Kept(TrueIdentity known, TrueWay way) => known.WaysOf(way.Kind).FirstOrDefault(w => Way.Fold(w.Kind, w.Value) == Way.Fold(way.Kind, way.Value)) is { } old
        ? way with { State = old.State, Since = old.Since } : way;

    private static IEnumerable<TrueAddress> Homes(TrueIdentity known, TrueIdentity written)
    {
        var old = known.Addresses.FirstOrDefault(a => a.Kind == AddressKind.Home);
        return written.Addresses.Select(a => old is not null && a with { Returned = old.Returned } == old ? old : a);
    }
}
