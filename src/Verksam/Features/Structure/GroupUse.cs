using Verksam.Kernel;

namespace Verksam.Features.Structure;

/// <summary>A socket: rooms that hang something on groups say whether one is in use.</summary>
internal interface IGroupUse
{
    Task<bool> Uses(Id<Group> group);
}
