using Microsoft.AspNetCore.Http.Metadata;

namespace Gongkai.Web.Api;

/// <summary>提交的正文 of an endpoint: its type, for the description.</summary>
/// <param name="Type">What the JSON is read into.</param>
/// <param name="IsOptional">Whether nothing may be sent.</param>
internal sealed record SentBody(Type Type, bool IsOptional)
{
    /// <summary>
    /// The endpoint itself says 415, and takes nothing for nothing. Were it left to routing, a request without a content type would be given to the
    /// address of last resort, which knows only 404.
    /// </summary>
    public static void AskedByTheEndpoint(EndpointBuilder endpoint)
    {
        foreach (var accepts in endpoint.Metadata.OfType<IAcceptsMetadata>().ToList())
        {
            endpoint.Metadata.Remove(accepts);
            if (accepts.RequestType is { } type)
                endpoint.Metadata.Add(new SentBody(type, accepts.IsOptional));
        }
    }
}
