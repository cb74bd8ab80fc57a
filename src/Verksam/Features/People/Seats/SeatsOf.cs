using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.People.Seats;

/// <summary>A seat with the body it is in.</summary>
internal sealed record SeatRow(Seat Seat, PublicBody Body)
{
    /// <summary>All that one person has and has had, the latest first.</summary>
    public static IQueryable<SeatRow> Of(AppDb db, Id<Person> person) =>
        from seat in db.Seats
        where seat.PersonId == person
        join body in db.PublicBodies on seat.BodyId equals body.Id
        orderby seat.From descending, body.Name
        select new SeatRow(seat, body);
}

/// <summary>The seats in public bodies, on the person's page.</summary>
internal sealed record SeatsOf(PersonAsk Ask, IReadOnlyList<SeatRow> Rows)
{
    public IEnumerable<SeatRow> Now => Rows.Where(r => r.Seat.To is null || r.Seat.To >= Ask.Today);
    public IEnumerable<SeatRow> Before => Rows.Where(r => r.Seat.To < Ask.Today);
}

/// <inheritdoc cref="SeatsOf"/>
internal sealed class SeatsSection(AppDb db) : IPersonSection
{
    public int Order => IPersonSection.AfterDuties + 10;

    public async Task<PersonSection?> For(PersonAsk ask)
    {
        var rows = await SeatRow.Of(db, ask.Person.Id).AsNoTracking().ToListAsync();
        if (rows.Count == 0 && !(ask.MayEdit && await db.PublicBodies.AnyAsync()))
            return null;
        return new(Order, "/Features/People/Seats/_Seats.cshtml", new SeatsOf(ask, rows));
    }
}
