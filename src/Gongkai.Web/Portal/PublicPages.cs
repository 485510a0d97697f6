using Gongkai.Data;
using Gongkai.Web.Portal.Bodies;
using Gongkai.Web.Portal.Check;
using Gongkai.Web.Portal.Check.Rules;
using Gongkai.Web.Portal.Documents;
using Gongkai.Web.Portal.Documents.Books;
using Gongkai.Web.Portal.Feeds;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Portal.Ledger;
using Gongkai.Web.Portal.OpenData;
using Gongkai.Web.Portal.Reports;
using Gongkai.Web.Portal.Search;
using Gongkai.Web.Portal.Topics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal;

/// <summary>门户: the pages that everybody may open.</summary>
public static class PublicPages
{
    public static void AddPortal(this IServiceCollection services)
    {
        services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<PortalVisit>();
        services.AddSingleton<PublicStamp>();
        services.AddSingleton<PortalFrames>();
        services.AddSingleton<IAfterCommit>(application => application.GetRequiredService<PublicStamp>());
        services.AddScoped<ReportLibrary>();
        services.AddScoped<PublicBooks>();
        services.AddSingleton<ReadReports>();
        services.AddScoped<ReportsOfSiteMap>();
        services.AddScoped<MapOfTopics>();
        services.AddSingleton<Samples>();
        services.AddSingleton<RulePages>();
        services.AddSingleton(_ => new Carried(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider()));
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<BodyRoute>("body"));
        // 公开制度 is a column like the others, at an address of its own.
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Portal/Bodies/ColumnPage", "{body:body}/rules"));
    }

    public static void MapPortal(this WebApplication app)
    {
        app.MapDownloads();
        app.MapPapers();
        app.MapBookPictures();
        app.MapCatalogueFile();
        app.MapReportFiles();
        app.MapTopicBooklet();
        app.MapFeeds();
        app.MapSearchFeed();
        app.MapOpenData();
        app.MapLedgerHeads();
    }
}
