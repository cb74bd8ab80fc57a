using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.People;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>What there is to choose from when somebody decides about a gathering.</summary>
internal sealed class GatheringChoices(AppDb db, CurrentUser me, Kinds kinds, SegmentPeople segments, GatheringChoices.Words words)
{
    /// <summary>Units where one may arrange, the highest first.</summary>
    public Task<List<Unit>> Units() => InOrder(db.Units.AsNoTracking().Within(me.Where(Permission.Arrange)));

    /// <param name="gathering">What it has already stays to choose, whoever keeps it.</param>
    public async Task<Offered> For(Gathering? gathering)
    {
        var texts = words.Texts;
        var (mine, all) = (await Units(), await InOrder(db.Units.AsNoTracking().VisibleTo(me, db)));
        var venues = await db.Venues.AsNoTracking().VisibleTo(me, db).Where(v => v.RetiredOn == null || (gathering != null && v.Id == gathering.VenueId)).OrderBy(v => EF.Functions.Collate(v.Name, db.SwedishOrder)).ToListAsync();
        return new Offered
        {
            Units = mine,
            With = all,
            Paces = [new(texts["Series.Pace.None"], ""), .. Enum.GetValues<Pace>().Select(p => new SelectListItem(texts[$"Series.Pace.{p}"], p.ToString()))],
            Kinds = [.. (await kinds.All()).Where(k => !k.IsRetired || k.Code == gathering?.Kind).Select(k => new SelectListItem(k.Name, k.Code))],
            Venues = [new(texts["Gatherings.Field.NoVenue"], ""), .. venues.Select(v => new SelectListItem(v.Town is null ? v.Name : $"{v.Name}, {v.Town}", v.Id.ToString()))],
            Segments = [new(texts["Gatherings.Field.NoSegment"], ""), .. (await segments.Wording()).Known.Segments.Select(s => new SelectListItem(s.Text, s.Value))],
            Roles = [new(texts["Gatherings.Field.NoRole"], ""), .. (await db.Roles.AsNoTracking().OrderBy(r => r.Order).ToListAsync()).Select(r => new SelectListItem(r.Name, r.Id.ToString()))],
            Contacts = [new(texts["Gatherings.Field.NoContact"], ""), .. await Contacts(mine, gathering)],
        };
    }

    // those who lead something in the units where one may arrange, oneself, and whoever is named already: somebody else may have chosen among others
    private async Task<IReadOnlyList<SelectListItem>> Contacts(IReadOnlyList<Unit> units, Gathering? gathering)
    {
        var (of, chosen) = (gathering?.Id, gathering?.ContactId);
        var (ids, today, self) = (units.Select(u => u.Id).ToList(), words.Time.Today, new Id<Person>(me.PersonId));
        var leading = db.Assignments.Where(a => ids.Contains(a.UnitId) && a.From <= today && (a.To == null || today <= a.To) && db.Roles.Any(r => r.Id == a.RoleId && r.Code != StandardRoles.Member)).Select(a => a.PersonId);
        return await db.People.Where(p => !p.IsProtected && (leading.Contains(p.Id) || p.Id == self || p.Id == chosen || db.BringItems.Any(b => b.GatheringId == of && b.ById == p.Id)))
            .OrderBy(p => EF.Functions.Collate(p.NameFolded, db.SwedishOrder)).Select(p => new SelectListItem(p.Name, p.Id.Value.ToString())).ToListAsync();
    }

    private Task<List<Unit>> InOrder(IQueryable<Unit> units) => units.OrderBy(u => u.Path.Length).ThenBy(u => EF.Functions.Collate(u.Name, db.SwedishOrder)).ToListAsync();

    internal sealed record Words(Texts Texts, OurTime Time);
}

/// <inheritdoc cref="GatheringChoices"/>
internal sealed record Offered
{
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>Units that may be asked to arrange it too.</summary>
    public required IReadOnlyList<Unit> With { get; init; }

    /// <summary>How it may come again; empty where that is not asked.</summary>
    public required IReadOnlyList<SelectListItem> Paces { get; init; }

    public required IReadOnlyList<SelectListItem> Kinds { get; init; }
    public required IReadOnlyList<SelectListItem> Venues { get; init; }
    public required IReadOnlyList<SelectListItem> Segments { get; init; }
    public required IReadOnlyList<SelectListItem> Roles { get; init; }
    public required IReadOnlyList<SelectListItem> Contacts { get; init; }

    /// <summary>Everything that was chosen was offered.</summary>
    public bool Has(GatheringForm chosen) => Units.Any(u => u.Id == chosen.Unit) && chosen.With.TrueForAll(w => With.Any(u => u.Id == w))
        && Kinds.Any(k => k.Value == chosen.Kind) && Has(Venues, chosen.Venue?.ToString()) && Has(Segments, chosen.Segment?.ToString())
        && Has(Roles, chosen.Role?.ToString()) && Has(Contacts, chosen.Contact?.ToString());

    private static bool Has(IReadOnlyList<SelectListItem> offered, string? chosen) => offered.Any(o => o.Value == (chosen ?? ""));
}
