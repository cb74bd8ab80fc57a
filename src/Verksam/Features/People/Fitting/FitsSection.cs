using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Fitting;

/// <summary>What there is to do that fits what somebody can and likes.</summary>
internal sealed class Fits(AppDb db, IEnumerable<IFitting> fittings)
{
    private const int Most = 6;

    public async Task<IReadOnlyList<Fit>> Of(PersonAsk ask)
    {
        var id = ask.Person.Id;
        var keys = await (
            from said in db.PersonSkills
            where said.PersonId == id && (said.Can || said.Likes)
            join skill in db.Skills on said.SkillId equals skill.Id
            where skill.LeadsTo != null && skill.RetiredOn == null
            orderby said.Likes descending, skill.Order
            select skill.LeadsTo).ToListAsync();
        if (keys.Count == 0)
            return [];
        var asked = new FitAsk(ask, await db.Relations.On(ask.Today).AnyAsync(r => r.PersonId == id && r.Kind == RelationKind.Member));
        var found = new List<Fit>();
        foreach (var fitting in keys.Distinct().Select(key => fittings.FirstOrDefault(f => f.Key == key)).OfType<IFitting>())
            found.AddRange(await fitting.Of(asked));
        return [.. found.Take(Most)];
    }
}

/// <summary>What fits, on the person's page: for the person, and for those who may ask.</summary>
internal sealed record FitsShown(PersonAsk Ask, IReadOnlyList<Fit> Rows);

/// <inheritdoc cref="FitsShown"/>
internal sealed class FitsSection(Fits fits) : IPersonSection
{
    public int Order => IPersonSection.AfterDuties + 25;

    public async Task<PersonSection?> For(PersonAsk ask) => !ask.IsOwn && !ask.MayEdit || await fits.Of(ask) is not { Count: > 0 } rows ? null
        : new(Order, "/Features/People/Fitting/_Fits.cshtml", new FitsShown(ask, rows));
}

/// <summary>The same on one's own page.</summary>
internal sealed class FitsCard(AppDb db, Fits fits, OurTime time) : IMyPageCard
{
    public int Order => 60;

    public async Task<MyCard?> For(CurrentUser me)
    {
        var self = new Id<Person>(me.PersonId);
        var found = await db.People.AsNoTracking().Where(p => p.Id == self).Join(db.Units, p => p.UnitId, u => u.Id, (person, unit) => new { person, unit }).SingleAsync();
        var ask = new PersonAsk(found.person, found.unit, me, time.Today);
        return await fits.Of(ask) is { Count: > 0 } rows ? new("/Features/People/Fitting/_Fits.cshtml", new FitsShown(ask, rows)) : null;
    }
}
