using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Protection;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Tags;
using Verksam.Kernel;
using Verksam.Kernel.Bulk;

namespace Verksam.Features.People.Import.Applying;

/// <summary>People whom nobody knew, made by the same rules as one at a time, and written all at once.</summary>
internal sealed class NewPeople(Place place)
{
    private readonly List<Person> _people = [];
    private readonly List<Way> _ways = [];
    private readonly List<PostalAddress> _homes = [];
    private readonly List<SealedIdentity> _sealed = [];
    private readonly List<Relation> _relations = [];
    private readonly List<PaidPeriod> _paid = [];
    private readonly List<Tagging> _tags = [];
    private readonly List<PersonNote> _notes = [];
    private IReadOnlyList<Tag> _newTags = [];

    public Person Add(Said said)
    {
        var person = Person.Welcome(said.Name, null, null, said.Unit ?? place.Rules.Unit);
        person.Born(said.Born, said.BirthYear, place.Today);
        person.Prefers(said.Language, ReachWish.None, doNotCall: false);
        person.IsNumbered(said.Number);
        foreach (var email in said.Emails)
            person.Reach(WayKind.Email, email);
        foreach (var phone in said.Phones)
            person.Reach(WayKind.Phone, phone);
        Belongs(person, said);
        Home(person, said);
        _people.Add(person);
        _ways.AddRange(person.Ways);
        _tags.AddRange(said.Tags.Select(t => new Tagging(place.Tagged(t).Id, person.Id, place.By, place.Now)));
        if (said.Note is { } note)
            _notes.Add(new PersonNote(person.Id, place.By, note, place.Now));
        return person;
    }

    /// <summary>No more come: the tags that are new with these are theirs to write.</summary>
    public NewPeople Finish()
    {
        _newTags = place.Unsaved();
        return this;
    }

    /// <summary>In the order in which the tables depend on each other.</summary>
    public Task Write(AppDb db, CancellationToken cancelled) =>
        db.AddMany([_people, _ways, _homes, _sealed, _relations, _paid, _newTags, _tags, _notes], cancelled);

    private void Belongs(Person person, Said said)
    {
        var kind = said.Relation ?? place.Rules.Kind;
        _relations.Add(new Relation(person.Id, kind, person.UnitId, said.Joined ?? place.Rules.Joined ?? place.Today));
        if (said.PaidTo is { } to)
            _paid.Add(Period(person.Id, null, to, said.PaidOn, place.Rules.Fee));
    }

    private void Home(Person person, Said said)
    {
        List<PostalAddress> homes = [];
        if (said.Home is { } home && new PostalAddress(person.Id, AddressKind.Home) is var address
            && address.Write(home.CareOf, home.Street, home.PostalCode, home.Town, country: null) is null)
            homes.Add(address);
        if (said.IsProtected)
            _sealed.Add(person.Seal(place.Mask(person), homes, place.Now));
        else
            _homes.AddRange(homes);
    }

    /// <summary>A register says to which day somebody has paid: what was paid before that is where it begins, else the year does.</summary>
    public static PaidPeriod Period(Id<Person> person, DateOnly? last, DateOnly to, DateOnly? paidOn, MembershipRule fee)
    {
        var from = last is { } paid && paid < to ? paid.AddDays(1) : fee.Year == FeeYear.Rolling ? to.AddYears(-1).AddDays(1) : new DateOnly(to.Year, 1, 1);
        var waited = last is null ? paidOn?.AddDays(fee.WaitDays) : null;
        return new PaidPeriod(person, from, to, paidOn, waited > from ? waited.Value : from);
    }
}
