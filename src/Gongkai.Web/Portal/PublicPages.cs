using Gongkai.Web.Portal.Check;
using Gongkai.Web.Portal.Check.Rules;
using Gongkai.Web.Portal.Documents;

namespace Gongkai.Web.Portal;

/// <summary>门户: the pages that everybody may open.</summary>
public static class PublicPages
{
    public static void AddPortal(this IServiceCollection services)
    {
        services.AddSingleton<Samples>();
        services.AddSingleton<RulePages>();
        services.AddSingleton(_ => new Carried(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider()));
    }

    public static void MapPortal(this WebApplication app)
    {
        app.MapDownloads();
        app.MapPapers();
    }
}
