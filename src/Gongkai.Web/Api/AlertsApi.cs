using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Search;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Portal.Search;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>订阅接口: asking, confirming and ending for everybody; for the office only how many there are.</summary>
public static class AlertsApi
{
    /// <summary>Everybody's.</summary>
    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/public").WithTags("订阅").RequireRateLimiting(Gates.Work);
        alerts.MapPost("/alerts", Ask).WithName("askAlert").WithSummary("申请邮件订阅：search 是检索网址问号以后的部分；确认邮件发往 email，不说明地址是否已知").Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest);
        alerts.MapPost("/alerts/confirm", Confirm).WithName("confirmAlert").WithSummary("以邮件中的 code 确认订阅").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        alerts.MapPost("/alerts/end", End).WithName("endAlert").WithSummary("以邮件中的 code 退订，邮箱地址即行删除").Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>The office's.</summary>
    public static void MapAlertCounts(this IEndpointRouteBuilder api) =>
        api.MapGet("/alerts/count", Count).Requires(Permission.ManageSearch).WithName("countAlerts").WithSummary("邮件订阅的件数；地址不显示").Produces<AlertCounts>();

    private static async Task<IResult> Ask(HttpContext http, GongkaiDb db, AskAlert ask, PortalVisit visit, AlertInput asked)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(asked.Search ?? ""));
        var followed = await FollowedSearch.Read(query, db, await visit.Tree(http.RequestAborted), http.RequestAborted);
        await ask.Run(asked.Email, followed.Question, followed.Name, followed.Page, http.RequestAborted);
        return Results.Accepted(value: new { followed.Name, Feed = followed.Feed });
    }

    private static async Task<IResult> Confirm(HttpContext http, AlertCodes codes, CodeInput asked) =>
        await codes.Confirm(asked.Code, http.RequestAborted) is null ? throw new NotThereException("这个 code 不能用了。") : Results.NoContent();

    private static async Task<IResult> End(HttpContext http, AlertCodes codes, CodeInput asked)
    {
        await codes.End(asked.Code, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Count(HttpContext http, GongkaiDb db) => Results.Ok(new AlertCounts(
        await db.Alerts.CountAsync(alert => alert.ConfirmedAt != null, http.RequestAborted), await db.Alerts.CountAsync(alert => alert.ConfirmedAt == null, http.RequestAborted)));

    internal sealed record AlertInput(string? Email, string? Search);

    internal sealed record CodeInput(string? Code);

    internal sealed record AlertCounts(int Confirmed, int Waiting);
}
