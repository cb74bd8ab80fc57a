using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.People.Reach;

/// <summary>Who in the register has no address of e-mail.</summary>
internal sealed class Addresses(AppDb db) : IAddresses
{
    public Task<bool> HasNone(Guid to, CancellationToken cancelled)
    {
        var id = new Id<Person>(to);
        return db.People.AnyAsync(p => p.Id == id && p.Email == null, cancelled);
    }
}
