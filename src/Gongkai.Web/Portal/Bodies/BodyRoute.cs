using Gongkai.Bodies;

namespace Gongkai.Web.Portal.Bodies;

/// <summary>`{body:body}`: matches what can be the key of a body, so that every other first segment stays with its own route.</summary>
public sealed class BodyRoute : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string key && BodyKey.IsPossible(key);
}
