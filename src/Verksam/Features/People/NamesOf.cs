using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>What those are called whom a log knows by id only. Asked apart: a join on the bare id would go through everybody for each row.</summary>
internal static class NamesOf
{
    public static async Task<IReadOnlyDictionary<Guid, string>> People(AppDb db, IEnumerable<Guid?> ids)
    {
        var wanted = ids.OfType<Guid>().Distinct().Select(id => new Id<Person>(id)).ToList();
        return wanted.Count == 0 ? new Dictionary<Guid, string>()
            : await db.People.Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id.Value, p => p.Name);
    }
}
