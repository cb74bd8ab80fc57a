using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People;

/// <summary>A group is in use while somebody has an assignment in it, or is about to get one.</summary>
internal sealed class GroupsInUse(AppDb db, OurTime time) : IGroupUse
{
    public Task<bool> Uses(Id<Group> group)
    {
        var today = time.Today;
        return db.Assignments.AnyAsync(a => a.GroupId == group && (a.To == null || today <= a.To));
    }
}
