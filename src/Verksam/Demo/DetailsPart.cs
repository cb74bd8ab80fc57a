using System.Globalization;
using Verksam.Features.People.Reach;

namespace Verksam.Demo;

/// <summary>What is known of each: when born, where letters go, how they would rather be reached. Chance of its own, given once by the order of the members.</summary>
internal static class DetailsPart
{
    private static readonly string[] Streets =
        ["Storgatan", "Skolvägen", "Myrstigen", "Forsvägen", "Kyrkbyn", "Sågvägen", "Lingonstigen", "Bygatan", "Strandvägen", "Tallbacken", "Mejerigatan", "Stationsgatan"];

    private static readonly string[] Languages = ["fi", "so", "ar", "bs", "en", "se"];

    /// <summary>Before the person is saved.</summary>
    public static void Of(Member member, Dice dice)
    {
        var born = new DateOnly(member.Since.Year - 17 - dice.Below(45), 1, 1).AddDays(dice.Below(365));
        var person = member.Person;
        if (!dice.OneIn(10))
            person.Born(dice.OneIn(7) ? null : born, born.Year, DemoStory.Today);
        var wish = dice.Below(12) switch { 0 or 1 => ReachWish.Email, 2 => ReachWish.Text, 3 => ReachWish.Letter, 4 => ReachWish.Phone, _ => ReachWish.None };
        person.Prefers(dice.OneIn(13) ? dice.Of(Languages) : null, wish, doNotCall: dice.OneIn(60));
        person.IsNumbered(string.Create(CultureInfo.InvariantCulture, $"{member.Since.Year % 100:00}{dice.Below(10_000_000):0000000}"));
        if (!member.IsNamed && person.WaysOf(WayKind.Email).FirstOrDefault() is { } address && dice.OneIn(18))
            person.Note(address, WayState.Bounces, DemoStory.Today.AddDays(-20 - dice.Below(300)));
        if (!member.IsNamed && person.WaysOf(WayKind.Phone).FirstOrDefault() is { } number && dice.OneIn(30))
            person.Note(number, WayState.Wrong, DemoStory.Today.AddDays(-10 - dice.Below(200)));
    }

    /// <summary>One in fifteen has none.</summary>
    public static PostalAddress? Home(Member member, Dice dice)
    {
        if (dice.OneIn(15))
            return null;
        var address = new PostalAddress(member.Person.Id, AddressKind.Home);
        var place = Places.All.ToList().FindIndex(p => p.Name == member.Unit.Name);
        address.Write(dice.OneIn(40) ? "Lindqvist" : null, string.Create(CultureInfo.InvariantCulture, $"{dice.Of(Streets)} {1 + dice.Below(48)}"),
            string.Create(CultureInfo.InvariantCulture, $"899 {(place + 1) * 10 + dice.Below(5)}"), member.Unit.Name, null);
        if (dice.OneIn(45))
            address.CameBack(DemoStory.Today.AddDays(-dice.Below(120)));
        return address;
    }
}
