using System.Globalization;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Segments;
using Verksam.Features.People.Welcome;
using Verksam.Kernel;
using Verksam.Tests.House;
using Verksam.Kernel.Time;

namespace Verksam.Tests.Features.People.Segments;

/// <summary>
/// Each kind of condition once more, said as plainly as can be over lists in memory: what the one query is held to. A kind that is not here
/// fails a test.
/// </summary>
internal static class Naive
{
    private delegate bool Holds(Register all, Person person, IReadOnlyList<string> answers);

    public static IEnumerable<string> Kinds => Known.Keys;

    public static List<Id<Person>> People(Register all, TermGroup question) => [.. all.People.Where(p => Fits(all, p, question)).Select(p => p.Id)];

    private static readonly Dictionary<string, Holds> Known = new(StringComparer.Ordinal)
    {
        ["enhet"] = (all, p, a) => all.IsBelow(p.UnitId, a[0]),
        ["just-enhet"] = (all, p, a) => all.Units.Single(u => u.Id == p.UnitId).Slug == a[0],
        ["ar"] = (all, p, a) => all.Of(p).Any(r => r.HoldsOn(all.Today) && Said(r.Kind, a[0])),
        ["var"] = (all, p, a) => all.Of(p).Any(r => r.HoldsOn(Day(a[2])) && Said(r.Kind, a[0]) && all.IsBelow(r.UnitId, a[1])),
        ["blev"] = (all, p, a) => all.Of(p).Any(r => Said(r.Kind, a[0]) && Between(r.From, a[1], a[2]) && !all.Of(p).Any(b => b.Kind == r.Kind && b.To == r.From.AddDays(-1))),
        ["slutade"] = (all, p, a) => all.Of(p).Any(r => r.Kind == RelationKind.Former && Between(r.From, a[0], a[1]) && (a[2] == "*" || Said(r.Why, a[2]))),
        ["nagonsin"] = (all, p, a) => all.Of(p).Any(r => Said(r.Kind, a[0])),
        ["medlem-minst"] = (all, p, a) => IsMember(all, p) && FirstMember(all, p) <= all.Today.AddYears(-Number(a[0])),
        ["medlem-hogst"] = (all, p, a) => IsMember(all, p) && FirstMember(all, p) >= all.Today.AddYears(-Number(a[0])),
        ["kom-in"] = (all, p, a) => all.Of(p).Select(r => (DateOnly?)r.From).Min() is { } first && Between(first, a[0], a[1]),
        ["betalt"] = (all, p, a) => all.Paid.Any(f => f.PersonId == p.Id && f.From <= Day(a[0]) && Day(a[0]) <= f.To),
        ["rostratt"] = (all, p, a) => all.Of(p).Any(r => r.HoldsOn(Day(a[0])) && r.Kind == RelationKind.Member)
            && all.Paid.Any(f => f.PersonId == p.Id && f.ValidFrom <= Day(a[0]) && Day(a[0]) <= f.To.AddDays(all.Rule.GraceDays)),
        ["namn"] = (_, p, a) => p.NameFolded.Contains(AppDb.Folded(a[0]), StringComparison.Ordinal),
        ["alder"] = (all, p, a) => Age(p, all.Today) is { } age && age >= Number(a[0]) && age <= Number(a[1]),
        ["fyller-inom"] = (all, p, a) => p.BirthDate is { } born && Enumerable.Range(0, Number(a[0]) + 1).Select(all.Today.AddDays).Any(d => (d.Month, d.Day) == (born.Month, born.Day)),
        ["fyller-i"] = (all, p, a) => p.BirthDate?.Month == (a[0] == "0" ? all.Today.Month : Number(a[0])),
        ["fodelse-kand"] = (_, p, _) => p.BirthYear is not null,
        ["ort"] = (all, p, a) => all.Addresses.Any(h => h.PersonId == p.Id && h.Kind == AddressKind.Home && Spelt(a[0]).Contains(h.Town)),
        ["postnummer"] = (all, p, a) => all.Addresses.Any(h => h.PersonId == p.Id && h.Kind == AddressKind.Home && Bare(h.PostalCode ?? "-").StartsWith(Bare(a[0]), StringComparison.Ordinal)),
        ["sprak"] = (_, p, a) => p.Language == a[0],
        ["epost"] = (_, p, _) => p.Ways.Any(w => w.Kind == WayKind.Email && w.IsUsable),
        ["telefon"] = (_, p, _) => p.Ways.Any(w => w.Kind == WayKind.Phone && w.IsUsable),
        ["vag"] = (_, p, a) => p.Ways.Any(w => Said(w.Kind, a[0]) && Said(w.State, a[1])),
        ["nas-helst"] = (_, p, a) => Said(p.Wish, a[0]),
        ["ring-inte"] = (_, p, _) => p.DoNotCall,
        ["postadress"] = (all, p, _) => all.Addresses.Any(h => h.PersonId == p.Id),
        ["brev-ater"] = (all, p, _) => all.Addresses.Any(h => h.PersonId == p.Id && h.Returned is not null),
        ["uppringd"] = (all, p, a) => all.Calls.Any(c => c.PersonId == p.Id && !c.IsTakenBack && (a[0] == "forsok" || Call.IsTalk(c.Outcome)) && OurTime.DayOf(c.At) >= all.Today.AddDays(-Number(a[1]))),
        ["ringlista"] = (all, p, a) => all.Calls.Any(c => c.PersonId == p.Id && !c.IsTakenBack && Call.IsTalk(c.Outcome) && c.ListId.ToString() == a[0]),
        ["vantar-kontakt"] = (all, p, _) => all.Welcomes.Any(c => c.PersonId == p.Id && c.IsOpen),
        ["kontaktad"] = (all, p, a) => all.Welcomes.Any(c => c.PersonId == p.Id && c.End is (WelcomeEnd.Contacted or WelcomeEnd.DoesNotWant) && Between(c.EndedOn!.Value, a[0], a[1])),
        ["etikett"] = (all, p, a) => all.Taggings.Any(t => t.PersonId == p.Id && t.TagId.ToString() == a[0]),
        ["falt-ifyllt"] = (all, p, a) => all.Values.Any(v => v.PersonId == p.Id && v.FieldId.ToString() == a[0]),
        ["falt-text"] = (all, p, a) => all.Values.Any(v => v.PersonId == p.Id && v.FieldId.ToString() == a[0] && v.Text is { } text
            && Spelt(a[2]).Any(s => a[1] == "ar" ? text == s : text.Contains(s!, StringComparison.Ordinal))),
        ["falt-tal"] = (all, p, a) => all.Values.Any(v => v.PersonId == p.Id && v.FieldId.ToString() == a[0] && v.Number >= Number(a[1]) && v.Number <= Number(a[2])),
        ["falt-dag"] = (all, p, a) => all.Values.Any(v => v.PersonId == p.Id && v.FieldId.ToString() == a[0] && v.Day is { } day && Between(day, a[1], a[2])),
        ["falt-ja"] = (all, p, a) => all.Values.Any(v => v.PersonId == p.Id && v.FieldId.ToString() == a[1] && v.Yes == (a[0] == "ja")),
        ["falt-val"] = (all, p, a) => all.Values.Any(v => v.PersonId == p.Id && v.OptionId?.ToString() == a[0]),
        ["falt-flera"] = (all, p, a) => all.Values.Count(v => v.PersonId == p.Id && v.FieldId.ToString() == a[1] && v.OptionId is not null) >= Number(a[0]),
        ["uppdrag"] = (all, p, a) => all.Assignments.Any(d => d.PersonId == p.Id && d.HoldsOn(all.Today) && HasRole(all, d, a[0]) && all.IsBelow(d.UnitId, a[1])),
        ["grupp"] = (all, p, a) => all.Assignments.Any(d => d.PersonId == p.Id && d.HoldsOn(all.Today) && d.GroupId?.ToString() == a[0]),
        ["uppdrag-slut"] = (all, p, a) => all.Assignments.Any(d => d.PersonId == p.Id && HasRole(all, d, a[0]) && d.To is { } end && d.From <= end && Between(end, a[1], a[2])),
        ["organ"] = (all, p, a) => all.Seats.Any(s => s.PersonId == p.Id && s.HoldsOn(all.Today) && s.BodyId.ToString() == a[0]),
        ["organ-niva"] = (all, p, a) => all.Seats.Any(s => s.PersonId == p.Id && s.HoldsOn(all.Today) && (a[0] == "*" || Said(all.Bodies.Single(b => b.Id == s.BodyId).Level, a[0]))),
        ["kan"] = (all, p, a) => all.Skills.Any(s => s.PersonId == p.Id && s.SkillId.ToString() == a[1] && (a[0] == "gillar" ? s.Likes : s.Can)),
        ["ledig"] = (all, p, a) => all.Free.Any(f => f.PersonId == p.Id && (f.Mask >> ((Number(a[0]) * 3) + Array.IndexOf(["Morning", "Day", "Evening"], a[1])) & 1) == 1),
        ["vill-vara-med"] = (all, p, a) => all.Places.Any(w => w.PersonId == p.Id && all.IsBelow(w.UnitId, a[0])),
        ["konto"] = (all, p, _) => all.Accounts.Any(c => c.PersonId == p.Id),
        ["loggat-in"] = (all, p, a) => all.Accounts.Any(c => c.PersonId == p.Id && c.LastSignIn is { } at && OurTime.DayOf(at) >= all.Today.AddDays(-Number(a[0]))),
        ["urval"] = (all, p, a) => Fits(all, p, all.Segments.Single(s => s.Id.ToString() == a[0]).Question),
        ["valda"] = (_, p, a) => a[0].Contains(Convert.ToBase64String(p.Id.Value.ToByteArray())[..22].Replace('+', '-').Replace('/', '_'), StringComparison.Ordinal),
    };

    private static bool Fits(Register all, Person person, TermGroup group)
    {
        var said = group.Terms.Where(t => t is not TermGroup { IsEmpty: true }).Select(t => t is TermGroup g ? Fits(all, person, g) : Fits(all, person, (Condition)t)).ToList();
        return said.Count == 0 || (group.Join == Join.All ? said.TrueForAll(s => s) : group.Join == Join.Any ? said.Contains(true) : !said.Contains(true));
    }

    private static bool Fits(Register all, Person person, Condition condition) => Known[condition.Key](all, person, condition.Answers) != condition.Not;

    private static bool Said<T>(T value, string answer) => value?.ToString() == answer;

    // "idag-30" is thirty days before the day of the test
    private static DateOnly Day(string answer) => !answer.StartsWith("idag", StringComparison.Ordinal) ? DateOnly.Parse(answer, CultureInfo.InvariantCulture)
        : FakeTime.Today.AddDays(answer == "idag" ? 0 : int.Parse(answer["idag".Length..], CultureInfo.InvariantCulture));

    private static int Number(string answer) => int.Parse(answer, CultureInfo.InvariantCulture);

    private static bool Between(DateOnly day, string from, string to) => day >= Day(from) && day <= Day(to);

    private static bool IsMember(Register all, Person person) => all.Of(person).Any(r => r.Kind == RelationKind.Member && r.HoldsOn(all.Today));

    private static DateOnly FirstMember(Register all, Person person) => all.Of(person).Where(r => r.Kind == RelationKind.Member).Min(r => r.From);

    private static bool HasRole(Register all, Assignment duty, string role) => role == "*" || all.Roles.Single(r => r.Id == duty.RoleId).Code == role;

    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static List<string?> Spelt(string text) => [text, text.ToLowerInvariant(), text.ToUpperInvariant(), text[..1].ToUpperInvariant() + text[1..].ToLowerInvariant()];

    // counted birthday by birthday
    private static int? Age(Person person, DateOnly today)
    {
        if (person.BirthDate is not { } born)
            return today.Year - person.BirthYear;
        var age = today.Year - born.Year;
        return (today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? age - 1 : age;
    }
}
