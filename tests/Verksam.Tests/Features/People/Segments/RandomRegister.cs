using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Verksam.Features.Accounts;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Segments;
using Verksam.Features.People.Segments.Conditions;
using Verksam.Features.People.Tags;
using Verksam.Features.People.Welcome;
using Verksam.Features.Structure;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.People.Segments;

/// <summary>A small house full of invented people by chance, and what may be answered in each blank there.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Invented people, the same for the same seed")]
internal sealed class RandomRegister(Random chance, IReadOnlyList<Role> roles)
{
    private static readonly string[] Names = ["Åsa", "Örjan", "Ali", "Lena", "Bo"], Towns = ["Östersund", "ÖSTERSUND", "östersund", "Åre", "Bräcke"], Codes = ["831 30", "83137", "840 60"], Languages = ["sv", "ar", "so"];

    private readonly List<Tag> _tags = [new(Cast.District.Id, "Bakar"), new(Cast.Alnas.Id, "Kör bil")];
    private readonly List<CustomField> _fields = [.. Enum.GetValues<FieldKind>().Select((k, i) => new CustomField(Cast.District.Id, k.ToString(), k, i))];
    private readonly List<Skill> _skills = [new(Cast.District.Id, "Skriva", 0), new(Cast.District.Id, "Sjunga", 1)];
    private readonly List<PublicBody> _bodies = [new(Cast.District.Id, "Kommunfullmäktige", BodyLevel.Municipality), new(Cast.District.Id, "Regionfullmäktige", BodyLevel.Region)];
    private readonly List<CallList> _lists = [new(Cast.District.Id), new(Cast.Alnas.Id)];
    private readonly List<Group> _groups = [new(Cast.Alnas.Id, "Styrelsen"), new(Cast.Stora.Id, "Valgruppen")];
    private readonly List<FieldOption> _options = [];
    private readonly List<Segment> _segments = [];
    private readonly List<Person> _people = [];

    /// <summary>Everything, for the one who saves.</summary>
    public IEnumerable<object> Make(int people)
    {
        _lists.ForEach(l => l.Describe("Lista", "Vi hör oss för.", null));
        foreach (var field in _fields.Where(f => f.Kind is FieldKind.One or FieldKind.Several))
            _options.AddRange(Enumerable.Range(0, 3).Select(i => new FieldOption(field.Id, $"Val {i}", i)));
        for (var i = 0; i < people; i++)
            _people.Add(Invent(i));
        _segments.Add(Saved("Nåbara", "1.alla(epost)"));
        _segments.Add(Saved("Unga eller nåbara", $"1.nagon(alder:0,30;urval:{_segments[0].Id})"));
        _segments.Add(Saved("Inte de", $"1.ingen(urval:{_segments[1].Id};ring-inte)"));
        return [.. _tags, .. _fields, .. _options, .. _skills, .. _bodies, .. _lists, .. _groups, .. _people, .. _segments, .. _people.SelectMany(About)];
    }

    /// <summary>Something to fill in in a blank of that kind, mostly something that is there.</summary>
    public string Answer(ISegmentFilter filter, Blank blank, Wording wording) => blank switch
    {
        ChoiceBlank choice => Any(choice.Options(wording)).Value,
        NumberBlank number => Math.Clamp(Any([number.Start, number.Start, 0, 1, 2, 3, 17, 30, 60]), number.Least, number.Most).ToString(CultureInfo.InvariantCulture),
        DayBlank => Maybe() ? DayBlank.From(chance.Next(-1200, 30)) : Day(1200).ToString("O", CultureInfo.InvariantCulture),
        TextBlank => Any(filter.Key switch { "ort" => Towns, "postnummer" => ["83", "831 3", "840"], _ => [.. Names, "r", "Å", "ö"] }),
        _ => HandPicked.Of(_people.Where(_ => chance.Next(3) == 0).Append(_people[0]).Select(p => p.Id)).Answers[0],
    };

    private Person Invent(int number)
    {
        var unit = Any([Cast.District, Cast.Alnas, Cast.Stora]);
        var person = Person.Welcome($"{Any(Names)} {Any(Names)}sson", Maybe() ? $"p{number}@norrsjo.example" : null, Maybe() ? $"070-174 06 {number % 100:D2}" : null, unit.Id);
        if (Maybe())
            person.Born(Any([Day(30_000), new DateOnly(2008, 2, 29), new DateOnly(1996, 3, 10), new DateOnly(2008, 3, 11), new DateOnly(1980, 3, 20)]), null, FakeTime.Today);
        else if (Maybe())
            person.Born(null, 1940 + chance.Next(80), FakeTime.Today);
        person.Prefers(Maybe() ? Any(Languages) : null, Any(Enum.GetValues<ReachWish>()), chance.Next(4) == 0);
        person.Reach(WayKind.Email, $"q{number}@norrsjo.example");
        foreach (var way in person.Ways.ToList())
            person.Note(way, Any(Enum.GetValues<WayState>()), FakeTime.Today);
        return person;
    }

    private IEnumerable<object> About(Person person)
    {
        foreach (var relation in Belonging(person))
            yield return relation;
        for (var i = chance.Next(3); i > 0; i--)
            if (Day(900) is var from)
                yield return new PaidPeriod(person.Id, from, from.AddDays(365), from, from.AddDays(chance.Next(60)));
        for (var i = chance.Next(3); i > 0; i--)
            if (Day(900) is var from)
                yield return Assignment.Give(person.Id, Any(roles).Id, Any([Cast.District, Cast.Alnas, Cast.Stora]).Id, from, Maybe() ? from.AddDays(chance.Next(-1, 700)) : null, Maybe() ? Any(_groups).Id : null);
        if (Maybe())
            yield return Home(person);
        if (Maybe())
            yield return new Tagging(Any(_tags).Id, person.Id, null, FakeTime.Start);
        foreach (var value in _fields.Where(_ => Maybe()).SelectMany(f => Values(f, person)))
            yield return value;
        foreach (var skill in _skills.Where(_ => Maybe()))
            yield return new PersonSkill(person.Id, skill.Id) { Can = Maybe(), Likes = Maybe() };
        if (Maybe())
            yield return new FreeTime(person.Id) { Mask = chance.Next(1 << 21) };
        if (Maybe())
            yield return new PersonPlace(person.Id, Any([Cast.District, Cast.Alnas, Cast.Stora]).Id);
        for (var i = chance.Next(3); i > 0; i--)
            yield return Called(person);
        if (Maybe())
            yield return Welcome(person);
        if (Maybe())
            yield return Sits(person);
        if (chance.Next(3) == 0)
            yield return new Account(person.Id, $"{person.Id}@norrsjo.example") { LastSignIn = Maybe() ? FakeTime.Start.AddHours(-chance.Next(2400)) : null };
    }

    private IEnumerable<Relation> Belonging(Person person)
    {
        var (from, all) = (FakeTime.Today.AddDays(-chance.Next(1, 3000)), new BelongingOf(person, []));
        for (var i = chance.Next(4); i > 0 && from <= FakeTime.Today; i--)
        {
            var kind = Any([RelationKind.Member, RelationKind.Member, RelationKind.Sympathiser, RelationKind.Contact, RelationKind.Former]);
            all.Become(kind, Any([Cast.District, Cast.Alnas, Cast.Stora]).Id, from, FakeTime.Today, kind == RelationKind.Former ? Any(Enum.GetValues<LeavingReason>()) : null, out _, out _);
            from = from.AddDays(chance.Next(1, 1500));
        }
        return all.History;
    }

    private PostalAddress Home(Person person)
    {
        var home = new PostalAddress(person.Id, Any([AddressKind.Home, AddressKind.Home, AddressKind.Other]));
        home.Write(null, "Storgatan 1", Maybe() ? Any(Codes) : null, Maybe() ? Any(Towns) : null, null);
        home.CameBack(chance.Next(3) == 0 ? FakeTime.Today : null);
        return home;
    }

    private Call Called(Person person)
    {
        var (at, outcome) = (FakeTime.Start.AddHours(-chance.Next(2400)), Any(Enum.GetValues<CallOutcome>()));
        var call = new Call(Guid.CreateVersion7(), new CallTicket(Any(_lists).Id, person.Id, Cast.Ombudsman.Id, at, null), at);
        call.Tell(new CallTold { At = at, Outcome = outcome }, outcome, at, FakeTime.Start);
        if (chance.Next(4) == 0)
            call.TakeBack();
        return call;
    }

    private WelcomeCase Welcome(Person person)
    {
        var welcome = WelcomeCase.RaisedHand(person.Id, person.UnitId, null, Day(900), 7);
        if (Maybe())
            welcome.Close(Any(Enum.GetValues<WelcomeEnd>()), Day(900));
        return welcome;
    }

    private Seat Sits(Person person)
    {
        var seat = new Seat(person.Id, Any(_bodies).Id, SeatKind.Member, Day(900));
        seat.End(Maybe() ? seat.From.AddDays(chance.Next(900)) : null);
        return seat;
    }

    private IEnumerable<FieldValue> Values(CustomField field, Person person) => field.Kind switch
    {
        FieldKind.Text => [new(field.Id, person.Id) { Text = Any([.. Names, "åsa örn", "ÅSA"]) }],
        FieldKind.Number => [new(field.Id, person.Id) { Number = chance.Next(-50, 1000) / 8m }],
        FieldKind.Date => [new(field.Id, person.Id) { Day = Day(900) }],
        FieldKind.YesNo => [new(field.Id, person.Id) { Yes = Maybe() }],
        _ => [.. _options.Where(o => o.FieldId == field.Id && Maybe()).Take(field.Kind == FieldKind.One ? 1 : 3).Select(o => new FieldValue(field.Id, person.Id) { OptionId = o.Id })],
    };

    private static Segment Saved(string name, string question) => new(Cast.District.Id, Cast.Ombudsman.Id, name, SegmentText.Read(question));

    private DateOnly Day(int back) => FakeTime.Today.AddDays((back > 1200 ? 0 : 30) - chance.Next(back));

    private bool Maybe() => chance.Next(2) == 0;

    private T Any<T>(IReadOnlyList<T> some) => some[chance.Next(some.Count)];
}
