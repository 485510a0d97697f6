using Microsoft.Extensions.Options;

namespace Gongkai.Web.Shell;

/// <summary>本站地址: what permanent links and codes begin with: the setting, else what the visitor typed.</summary>
public static class Addresses
{
    public static string Of(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.PublicAddress is { Length: > 0 } set
        ? set.TrimEnd('/')
        : $"{request.Scheme}://{request.Host}";
}
