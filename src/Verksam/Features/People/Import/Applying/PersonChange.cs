using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Protection;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Tags;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Applying;

/// <summary>Writes the fields of one row that differ on the person they are about; what is under seal stays there.</summary>
internal sealed class PersonChange(AppDb db, Place place, Person person, Kept kept)
{
    private SealedIdentity? Under => kept.Sealed.GetValueOrDefault(person.Id);

    public Before Make(RowContent row, bool isGone)
    {
        var before = new Before { Identity = Identity(), WasProtected = person.IsProtected, Number = person.RegisterNumber, Language = person.Language, Unit = person.UnitId };
        if (isGone)
            Become(RelationKind.Former, person.UnitId, place.Today, row.Leaves, before);
        else
            Write(row.Said!, [.. row.Changes.Select(c => c.Field)], before);
        return before;
    }

    private void Write(Said said, HashSet<ImportField> fields, Before before)
    {
        if (fields.Contains(ImportField.Number))
            person.IsNumbered(said.Number);
        if (fields.Contains(ImportField.Language))
            person.Prefers(said.Language, person.Wish, person.DoNotCall);
        var identity = IdentityAfter(said, fields);
        if (Under is { } under)
            under.Put(identity);
        else
            Wear(person, identity, db, kept);
        if (fields.Contains(ImportField.Unit) || fields.Contains(ImportField.Relation))
            Belong(said, fields, before);
        if (fields.Contains(ImportField.PaidTo))
        {
            var period = NewPeople.Period(person.Id, kept.Paid.TryGetValue(person.Id, out var last) ? last : null, said.PaidTo!.Value, said.PaidOn, place.Rules.Fee);
            db.Add(period);
            before.Paid = period.Id;
        }
        Add(said, fields, before);
        if (fields.Contains(ImportField.Protected))
            Seal();
    }

    /// <summary>Makes somebody who is not protected be who the identity says.</summary>
    public static void Wear(Person person, TrueIdentity identity, AppDb db, Kept kept)
    {
        person.Rename(identity.Name, identity.Called);
        person.Born(identity.BirthDate, identity.BirthYear, DateOnly.MaxValue);
        foreach (var way in person.Ways.Where(w => !identity.Ways.Any(t => IsSame(t, w))).ToList())
            person.Forget(way);
        foreach (var kind in identity.Ways.GroupBy(w => w.Kind))
        {
            foreach (var way in kind.Reverse())
            {
                var own = person.Reach(way.Kind, way.Value)!;
                own.Is(way.State, way.Since);
                person.Prefer(own); // the last to be preferred is tried first
            }
        }
        var home = identity.Addresses.FirstOrDefault(a => a.Kind == AddressKind.Home);
        var known = kept.Addresses[person.Id].FirstOrDefault(a => a.Kind == AddressKind.Home);
        if (home is null && known is not null)
            db.Remove(known);
        if (home is null)
            return;
        if (known is null)
            db.Add(known = new PostalAddress(person.Id, AddressKind.Home));
        known.Write(home.CareOf, home.Street, home.PostalCode, home.Town, home.Country);
        known.CameBack(home.Returned);
    }

    private static bool IsSame(TrueWay one, Way other) => one.Kind == other.Kind && Way.Fold(one.Kind, one.Value) == other.Folded;

    private TrueIdentity Identity() => Under?.Open() ?? Of(person, kept.Addresses[person.Id]);

    public static TrueIdentity Of(Person person, IEnumerable<PostalAddress> addresses) => new(person.Name, person.Called, person.BirthDate, person.BirthYear,
        [.. person.Ways.OrderBy(w => w.Kind).ThenBy(w => w.Order).Select(w => new TrueWay(w.Kind, w.Value, w.State, w.StateSince))],
        [.. addresses.Select(a => new TrueAddress(a.Kind, a.CareOf, a.Street, a.PostalCode, a.Town, a.Country, a.Returned))]);

    private TrueIdentity IdentityAfter(Said said, HashSet<ImportField> fields)
    {
        var identity = Identity();
        if (fields.Contains(ImportField.Name))
            identity = identity with { Name = said.Name };
        if (fields.Contains(ImportField.Born))
            identity = identity with { BirthDate = said.Born, BirthYear = said.Born?.Year };
        if (fields.Contains(ImportField.BirthYear))
            identity = identity with { BirthDate = null, BirthYear = said.BirthYear };
        if (fields.Contains(ImportField.Email))
            identity = identity with { Ways = [.. Ways(identity, WayKind.Email, said.Emails, Folding.Email)] };
        if (fields.Contains(ImportField.Phone))
            identity = identity with { Ways = [.. Ways(identity, WayKind.Phone, said.Phones, Folding.Phone)] };
        if (fields.Contains(ImportField.Home))
            identity = identity with { Addresses = [.. identity.Addresses.Where(a => a.Kind != AddressKind.Home), HomeAfter(identity, said.Home!)] };
        return identity;
    }

    // what the file has is tried first; the one it takes the place of goes
    private static IEnumerable<TrueWay> Ways(TrueIdentity identity, WayKind kind, IReadOnlyList<string> said, Func<string, string> fold)
    {
        var own = identity.Ways.Where(w => w.Kind == kind).ToList();
        var known = own.ConvertAll(w => w.Value);
        var stay = Comparison.Replaced(said, known) is not null ? [] : own;
        return identity.Ways.Where(w => w.Kind != kind).Concat(Comparison.Missing(said, known, fold).Select(v => new TrueWay(kind, v, WayState.Untried, null))).Concat(stay);
    }

    private static TrueAddress HomeAfter(TrueIdentity identity, Home said)
    {
        var known = identity.Addresses.FirstOrDefault(a => a.Kind == AddressKind.Home);
        var home = said.Over(known is null ? null : new Home(known.CareOf, known.Street, known.PostalCode, known.Town));
        return new TrueAddress(AddressKind.Home, home.CareOf, home.Street, home.PostalCode, home.Town, known?.Country, null);
    }

    private void Belong(Said said, HashSet<ImportField> fields, Before before)
    {
        var now = new BelongingOf(person, kept.Relations[person.Id]).On(place.Today);
        var kind = fields.Contains(ImportField.Relation) ? said.Relation ?? place.Rules.Kind : now?.Kind;
        var unit = fields.Contains(ImportField.Unit) ? said.Unit!.Value : person.UnitId;
        if (kind is not { } becomes)
        {
            person.MoveTo(unit);
            return;
        }
        var from = fields.Contains(ImportField.Relation) ? (becomes == RelationKind.Former ? said.Left : said.Joined) : null;
        Become(becomes, unit, from > now?.From ? from.Value : now is null ? from ?? place.Today : place.Today, becomes == RelationKind.Former ? now?.Why ?? LeavingReason.Other : null, before);
    }

    private void Become(RelationKind kind, Id<Structure.Unit> unit, DateOnly from, LeavingReason? why, Before before)
    {
        var history = new BelongingOf(person, kept.Relations[person.Id]);
        var last = history.History.LastOrDefault(r => r.To is null);
        if (history.Become(kind, unit, from, place.Today, why, out var began, out var gone) is not null || began is null)
            return;
        db.Add(began);
        before.Began = began.Id;
        before.Ended = last?.Id is { } ended && ended != gone?.Id ? ended : null;
        if (gone is null)
            return;
        db.Remove(gone);
        before.Replaced = new BeforeRelation(gone.Kind, gone.UnitId, gone.From, gone.Why);
    }

    private void Add(Said said, HashSet<ImportField> fields, Before before)
    {
        if (fields.Contains(ImportField.Tags))
        {
            var tags = said.Tags.Select(place.Tagged).Where(t => !kept.Tagged.Contains((person.Id, t.Id))).Select(t => new Tagging(t.Id, person.Id, place.By, place.Now)).ToList();
            db.AddRange(tags);
            before.Tags = [.. tags.Select(t => t.Id)];
        }
        if (!fields.Contains(ImportField.Note))
            return;
        var note = new PersonNote(person.Id, place.By, said.Note!, place.Now);
        db.Add(note);
        before.Note = note.Id;
    }

    private void Seal()
    {
        var addresses = kept.Addresses[person.Id].Concat(db.ChangeTracker.Entries<PostalAddress>().Select(e => e.Entity).Where(a => a.PersonId == person.Id)).Distinct().ToList();
        db.Add(person.Seal(place.Mask(person), addresses, place.Now));
        foreach (var address in addresses)
            db.Remove(address);
    }
}
