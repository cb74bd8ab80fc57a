using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Listing;

/// <summary>What there is to choose from above a list of people, kept: units, roles, one's own columns, and how fees are counted.</summary>
internal sealed class ListChoices(AppDb db, CurrentUser me, Kept kept, MembershipSettings membership)
{
    private const string Own = "";

    public async Task<Choices> Of() => await kept.Get((nameof(ListChoices), me.PersonId, me.Reach), Read);

    /// <summary>Keeps which columns one wants. Saved by whoever asks.</summary>
    public async Task Put(IReadOnlyList<ListColumn> columns)
    {
        var self = new Id<Person>(me.PersonId);
        var shown = await db.ShownColumns.SingleOrDefaultAsync(c => c.PersonId == self);
        if (shown is null)
            db.ShownColumns.Add(shown = new ShownColumns(self));
        shown.Columns = ListColumns.Written(columns);
    }

    // one question for all three
    private async Task<Choices> Read()
    {
        var self = new Id<Person>(me.PersonId);
        var all = await db.Units.Within(me.Where(Permission.SeePeople)).Select(u => new { Key = u.Slug, u.Name, Path = (string?)u.Path, Order = 0 })
            .Concat(db.Roles.Select(r => new { Key = r.Code, r.Name, Path = (string?)null, r.Order }))
            .Concat(db.ShownColumns.Where(c => c.PersonId == self).Select(c => new { Key = Own, Name = c.Columns, Path = (string?)null, Order = -1 })).ToListAsync();
        var order = StringComparer.Create(Languages.Swedish, ignoreCase: true);
        return new Choices(
            [.. all.Where(c => c.Path is not null).OrderBy(c => c.Path!.Length).ThenBy(c => c.Name, order).Select(c => new Choice(c.Key, c.Name, c.Path!))],
            [.. all.Where(c => c.Path is null && c.Order >= 0).OrderBy(c => c.Order).Select(c => new Choice(c.Key, c.Name, c.Order.ToString("D4", CultureInfo.InvariantCulture)))],
            ListColumns.Read(all.Where(c => c.Path is null && c.Order < 0).Select(c => c.Name)) ?? ListColumns.Usual,
            (await membership.Now()).Year != FeeYear.None);
    }

    /// <param name="Mine">The columns one has asked for before.</param>
    internal sealed record Choices(IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Roles, IReadOnlyList<ListColumn> Mine, bool HasFees);

    /// <param name="Sort">A unit's path.</param>
    internal sealed record Choice(string Key, string Name, string Sort);
}
