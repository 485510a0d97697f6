using System.Text.Json;
using Gongkai.AnnualReports.Checking;
using Gongkai.Web.Api.Documents;
using Gongkai.Web.Api.Reviews;
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
            options.AddOperationTransformer<OfficeDescription>();
        });
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi();

        var api = app.MapGroup("/api/v1");
        api.MapReports();
        api.MapRules();
        api.MapSearch();
        api.MapAlerts();
        api.MapRefusals();
        var office = api.MapGroup("");
        ((IEndpointConventionBuilder)office).Finally(SentBody.AskedByTheEndpoint);
        foreach (var status in (int[])[400, 401, 403, 404, 409])
            office.ProducesProblem(status);
        office.MapGroup("").WithTags("机关").MapBodies();
        office.MapGroup("").WithTags("科室").MapSections();
        office.MapGroup("").WithTags("人员").MapOfficers();
        office.MapGroup("").WithTags("公开事项").MapDocuments();
        office.MapGroup("").WithTags("迁入").MapMigrations();
        office.MapGroup("").WithTags("审查").MapReviews();
        office.MapGroup("").WithTags("审查设置").MapChains();
        office.MapGroup("").WithTags("复查").MapFindings();
        office.MapGroup("").WithTags("台账统计").MapRegister();
        office.MapGroup("").WithTags("事件推送").MapWebhooks();
        office.MapGroup("").WithTags("网站纠错").MapFaults();
        office.MapGroup("").WithTags("接口令牌").MapTokens();
        office.MapGroup("").WithTags("账号和会话").MapAccounts();
        office.MapGroup("").WithTags("台账").MapLedger();
        office.MapGroup("").WithTags("检索维护").MapSynonyms();
        office.MapGroup("").WithTags("订阅").MapAlertCounts();
        office.MapCatalogue();
        office.MapGroup("").WithTags("专题和页脚").MapTopics();
    }
}
