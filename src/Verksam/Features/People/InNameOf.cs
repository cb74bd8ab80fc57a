using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People;

/// <summary>
/// Works something out for somebody who is not here, in a scope of its own where that one asks: letters of what one may see. With what the day's
/// assignments give to whoever comes in with one step, and nothing for who has no way in.
/// </summary>
internal sealed class InNameOf(IServiceScopeFactory scopes, OurTime time)
{
    public async Task<T?> Do<T>(Id<Person> person, Func<IServiceProvider, Task<T>> work) where T : class
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, holders) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<IWaysIn>().Holders);
        if (await db.People.Where(p => p.Id == person && holders.Contains(p.Id)).Select(p => p.Name).SingleOrDefaultAsync() is not { } name)
            return null;
        var grants = await Rights.Of(db, db.People.Where(p => p.Id == person).Select(p => p.Id), time.Today).ToListAsync();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(person.Value, name, [.. grants.Select(g => g.Grant)], inTwoSteps: false);
        return await work(scope.ServiceProvider);
    }
}
