using System.Text.Json;
using Gongkai.AnnualReports.Checking;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Api;

/// <summary>接口: the same operations as the pages, for programs; described at /openapi/v1.json.</summary>
public static class SiteApi
{
    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer<ApiDescription>();
            options.AddOperationTransformer<UploadDescription>();
        });
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi();

        var api = app.MapGroup("/api/v1");
        api.MapReports();
        api.MapRules();
        api.MapBodies();
        api.MapCatalogue();
        api.MapRefusals();
    }
}
