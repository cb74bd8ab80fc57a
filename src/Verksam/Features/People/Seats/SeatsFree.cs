using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Fitting;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Seats;

/// <summary>Seats in public bodies that nobody sits in, where the person's units have them.</summary>
internal sealed class SeatsFree(AppDb db, Texts texts) : IFitting
{
    private static readonly bool[] OrSubstitutes = [false, true];

    public string Key => "platser";

    public string Name => "Seats.Fitting";

    public async Task<IReadOnlyList<Fit>> Of(FitAsk ask)
    {
        if (!ask.IsMember)
            return [];
        var (line, today) = (ask.Line, ask.Who.Today);
        var bodies = await (
            from body in db.PublicBodies.AsNoTracking()
            where line.Contains(body.UnitId) && (body.MemberSeats != null || body.SubstituteSeats != null)
            orderby body.Level, body.Name
            select new { Body = body, Taken = db.Seats.Where(s => s.BodyId == body.Id && s.From <= today && (s.To == null || s.To >= today)).Select(s => new { s.PersonId, s.Kind }).ToList() }).ToListAsync();
        return [.. bodies.Where(b => b.Taken.TrueForAll(t => t.PersonId != ask.Who.Person.Id))
            .SelectMany(b => OrSubstitutes.Where(substitutes => b.Body.Vacant(b.Taken.Select(t => t.Kind), substitutes) > 0)
                .Select(substitutes => new Fit(texts[substitutes ? "Seats.Fit.Substitute" : "Seats.Fit.Member", b.Body.Name], ask.Who.MayEdit ? $"{ask.Who.Url}/platser" : null)))];
    }
}
