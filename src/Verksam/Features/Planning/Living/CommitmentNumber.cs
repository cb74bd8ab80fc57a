namespace Verksam.Features.Planning.Living;

/// <summary>The route constraint <c>{number:commitment}</c>: "4.4", chapter and running number.</summary>
internal sealed class CommitmentNumber : IRouteConstraint
{
    public const string Name = "commitment";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey]?.ToString()?.Split('.') is [{ Length: > 0 and < 6 } chapter, { Length: > 0 and < 6 } running]
        && chapter.All(char.IsAsciiDigit) && running.All(char.IsAsciiDigit);
}
