using System.Linq.Expressions;
using Verksam.Features.People.Reach;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>How somebody would rather be reached.</summary>
internal sealed class Wishes() : SegmentFilter("nas-helst", SegmentSubject.Contact, "Segments.Wishes", "Segments.Wishes.Say",
    UsualBlanks.One<ReachWish>("Segments.Blank.Wish", (texts, wish) => texts[$"Segments.Wish.{wish}"]))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var wish = answers.One<ReachWish>(0);
        return p => p.Wish == wish;
    }
}

/// <summary>Has asked not to be called.</summary>
internal sealed class NotCalled() : SegmentFilter("ring-inte", SegmentSubject.Contact, "Segments.NotCalled", "Segments.NotCalled.Say")
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers) => p => p.DoNotCall;
}

/// <summary>Has an e-mail address that is not known to be dead.</summary>
internal sealed class HasEmail() : SegmentFilter("epost", SegmentSubject.Contact, "Segments.HasEmail", "Segments.HasEmail.Say")
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers) => p => p.Email != null;
}

/// <summary>Has a phone number that is not known to be wrong.</summary>
internal sealed class HasPhone() : SegmentFilter("telefon", SegmentSubject.Contact, "Segments.HasPhone", "Segments.HasPhone.Say")
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers) => p => p.Phone != null;
}

/// <summary>Has an address or a number of which so much is known: that it works, that letters come back.</summary>
internal sealed class WayIs() : SegmentFilter("vag", SegmentSubject.Contact, "Segments.WayIs", "Segments.WayIs.Say",
    UsualBlanks.One<WayKind>("Segments.Blank.Way", (texts, kind) => texts[$"Segments.Way.{kind}"]),
    UsualBlanks.One<WayState>("Segments.Blank.State", (texts, state) => texts[$"Segments.WayState.{state}"]))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (kind, state, ways) = (answers.One<WayKind>(0), answers.One<WayState>(1), asking.Db.Ways);
        return p => ways.Any(w => w.PersonId == p.Id && w.Kind == kind && w.State == state);
    }
}

/// <summary>Has an address on paper.</summary>
internal sealed class HasAddress() : SegmentFilter("postadress", SegmentSubject.Contact, "Segments.HasAddress", "Segments.HasAddress.Say")
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var addresses = asking.Db.Addresses;
        return p => addresses.Any(a => a.PersonId == p.Id);
    }
}

/// <summary>A letter to the person has come back.</summary>
internal sealed class LetterReturned() : SegmentFilter("brev-ater", SegmentSubject.Contact, "Segments.Returned", "Segments.Returned.Say")
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var addresses = asking.Db.Addresses;
        return p => addresses.Any(a => a.PersonId == p.Id && a.Returned != null);
    }
}
