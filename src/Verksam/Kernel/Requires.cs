using Microsoft.AspNetCore.Authorization;

namespace Verksam.Kernel;

/// <summary>The page is for those who have the permission somewhere; which rows they see is <c>VisibleTo</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionNeeded(Permission)];
}

internal sealed record PermissionNeeded(Permission Permission) : IAuthorizationRequirement;

internal sealed class PermissionCheck(CurrentUser me) : AuthorizationHandler<PermissionNeeded>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionNeeded requirement)
    {
        if (me.IsKnown && (requirement.Permission == Permission.None || me.Can(requirement.Permission)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
