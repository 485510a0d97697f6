namespace Gongkai.Web.Api;

/// <summary>拒绝: what is asked of the interface in a way it does not offer is answered by the interface, not by a page.</summary>
public static class Refusals
{
    private static readonly string[] s_posted = ["/reports/check", "/reports/read", "/reports/convert"];
    private static readonly string[] s_otherMethods = [HttpMethods.Get, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    public static void MapRefusals(this IEndpointRouteBuilder api)
    {
        foreach (var address in s_posted)
            api.MapMethods(address, s_otherMethods, WrongMethod).ExcludeFromDescription();
        api.MapFallback("/{**rest}", () => Results.Problem(statusCode: StatusCodes.Status404NotFound)).ExcludeFromDescription();
    }

    private static IResult WrongMethod(HttpResponse response)
    {
        response.Headers.Allow = HttpMethods.Post;
        return Results.Problem(statusCode: StatusCodes.Status405MethodNotAllowed);
    }
}
