using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Law;
using Gongkai.Publishing;
using Gongkai.Search;
using Gongkai.Web.Api;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Shell;

/// <summary>出错说明: what each error says, on a page and as RFC 9457 problem details.</summary>
public static class Problems
{
    /// <summary>Seconds after which somebody who was turned away may ask again.</summary>
    public const string ComeBackAfter = "30";

    /// <summary>True for callers that are programs: they get problem details, people get pages.</summary>
    public static bool IsForProgram(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || http.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    public static (string Title, string Meaning, string Remedy) Words(int status) => status switch
    {
        400 => ("请求有误", "服务器看不懂这次请求。", "请回到上一页重新填写后再提交。"),
        401 => ("请先登录", "这个地址只供工作人员使用。", "请登录办公平台后再试。"),
        403 => ("没有权限", "您的角色不能打开这一页或者办理这一事项。", "需要时请向本机关公开工作机构负责人或者管理员申请。"),
        409 => ("没有保存", "现在不能这样办理，或者内容已被他人更改。", "请重新打开页面，核对后再提交。"),
        404 => ("没有这一页", "地址可能写错，或者这一页已经换了位置。", "请从首页进入，或者检索一下。"),
        405 => ("这个地址不能这样打开", "它只接受另一种请求方式。", "请从年报体检页重新操作。"),
        410 => ("已经不在了", "这项内容已经撤下，或者只保存一段时间。", "请从首页进入或者检索；体检结果请重新提交文件后再行下载。"),
        413 => ("文件太大", "一次提交的内容超出了上限。", "请减少文件个数；扫描件请降低分辨率，或者另存为带文字的 Word、PDF 后再试。"),
        415 => ("不支持这种内容", "提交的内容类型无法读取。", "请提交 Word、PDF、网页、Excel、纯文本文件，或者直接粘贴文字。"),
        422 => ("没有读出年度报告", "提交的内容里没有找到年度报告。", "请核对文件后再试。"),
        429 => ("请求过于频繁", "同一地址在一分钟内提交次数过多。", "请稍候一分钟再试，已经打开的页面不受影响。"),
        500 => ("程序出了差错", "这是本站的问题，与您提交的内容是否正确无关，差错已经记入日志（不含提交的内容）。", "请稍后再试；如果反复出现，请把操作步骤告诉管理员。"),
        501 => ("本站没有安装所需的程序", "这台服务器缺少完成这项操作的外部程序。", "请改用其他格式。"),
        503 => ("暂时忙不过来", "此刻请求太多，或者这次处理时间过长。", "请一两分钟后再试，一次少交几份文件。"),
        _ => ("没有成功", "服务器没有完成这次请求。", "请稍后再试。"),
    };

    public static void Describe(ProblemDetailsOptions options) => options.CustomizeProblemDetails = context =>
    {
        var problem = context.ProblemDetails;
        var http = context.HttpContext;
        if (http.Features.Get<IExceptionHandlerFeature>()?.Error is { } error)
        {
            http.Response.StatusCode = StatusOf(error);
            if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
                http.Response.Headers.RetryAfter = ComeBackAfter;
            problem.Status = http.Response.StatusCode;
            if (MessageOf(error) is { } message)
                problem.Detail = message;
            foreach (var (name, value) in MembersOf(error))
                problem.Extensions[name] = value;
        }

        var status = problem.Status ?? http.Response.StatusCode;
        if (status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer realm=\"gongkai\"";
        var (title, meaning, remedy) = Words(status);
        problem.Title = title;
        problem.Detail ??= meaning + remedy;
        problem.Type = $"https://www.rfc-editor.org/rfc/rfc9110#name-status-codes";
    };

    public static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        BusyException or TooManyPrintsException or IndexMissingException => 503,
        BadTokenException => 401,
        NotAllowedException => 403,
        NotThereException => 404,
        RefusedException { Field: not null } => 400,
        RefusedException or ChangedMeanwhileException or NotLawfulException or DraftChangedException or DbUpdateException { IsTaken: true } => 409,
        UnreadableFileException => 422,
        ProgramMissingException => 501,
        InvalidDataException => 400,
        _ when StorageTrouble.SentenceFor(error) is not null => 503,
        _ => 500,
    };

    /// <summary>The sentence meant for people, or null when the error's own words are for us only.</summary>
    public static string? MessageOf(Exception error) => error switch
    {
        BusyException or TooManyPrintsException or UnreadableFileException or ProgramMissingException or NotAllowedException or RefusedException or ChangedMeanwhileException => error.Message,
        BadTokenException or NotThereException or NotLawfulException or DraftChangedException or IndexMissingException => error.Message,
        DbUpdateException { IsTaken: true } => "同一时刻有人写入了相同的内容，您的更改没有保存，请核对后再提交。",
        // The framework's own refusals are in English; ours say what to send.
        BadHttpRequestException { StatusCode: 400 } when error.Message.Any(letter => letter >= '\u4e00') => error.Message,
        _ => StorageTrouble.SentenceFor(error),
    };

    /// <summary>What a program may want to know besides: the article of the law, the field, what somebody else changed.</summary>
    private static IEnumerable<(string Name, object? Value)> MembersOf(Exception error) => error switch
    {
        NotLawfulException { Law: { } article } => [("article", article.ToString())],
        RefusedException { Field: { } field } => [("field", field)],
        DraftChangedException changed => [("changes", changed.Changes), ("changed_by", changed.Who), ("version", changed.Version)],
        _ => [],
    };
}
