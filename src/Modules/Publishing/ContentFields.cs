using System.Globalization;

namespace Gongkai.Publishing;

/// <summary>内容要素: the fields of a content in one list, so that digest, comparison and completeness can forget none.</summary>
public static class ContentFields
{
    internal const string ChangeReason = "change_reason";

    public static IReadOnlyList<ContentField> All { get; } =
    [
        new("title", "标题", content => content.Title) { IsRequired = true },
        new("summary", "内容概述", content => content.Summary) { IsRequired = true },
        new("document_number", "发文字号", content => content.DocumentNumber),
        new("issuer", "发文机关", content => content.Issuer) { IsRequired = true },
        new("joint_issuers", "联合发文单位", content => content.JointIssuers),
        new("created_on", "生成日期", content => Day(content.CreatedOn)) { IsRequired = true },
        new("effective_on", "实施日期", content => Day(content.EffectiveOn)),
        new("expires_on", "有效期至", content => Day(content.ExpiresOn)),
        new("topic", "主题分类", content => content.Topic) { IsRequired = true },
        new("genre", "体裁", content => content.Genre),
        new("article20_item", "法定公开事项", content => content.Article20Item) { IsRequired = true },
        new("keywords", "关键词", content => content.Keywords),
        new("html", "正文", content => content.Html) { IsRequired = true },
        new("stage", "五公开环节", content => content.Stage?.Name) { IsLater = true },
        new("follows", "所落实的决策", content => content.Follows?.Value.ToString()) { IsLater = true },
        new("execution_due", "执行情况公开期限", content => Day(content.ExecutionDue)) { IsLater = true },
        new("result_due", "结果公开期限", content => Day(content.ResultDue)) { IsLater = true },
        new("column", "栏目", content => content.Column) { IsLater = true },
        new("amendments", "修改情况", content => content.Amendments) { IsLater = true },
        new(ChangeReason, "修改的内容和原因", content => (content as DocumentVersion)?.ChangeReason) { IsLater = true },
    ];

    /// <summary>第十二条要素: the required fields that are empty; with one of them nothing is made public.</summary>
    public static IReadOnlyList<ContentField> Lacking(DocumentContent content) => [.. All.Where(field => IsAsked(field, content) && string.IsNullOrWhiteSpace(field.Of(content)))];

    /// <summary>Why a document may not be made public as it is, and what to do; null where nothing is lacking, and for what an old site made public without.</summary>
    public static string? WhyIncomplete(Document document) =>
        document.MovedIn is null && Lacking(document.Working) is { Count: > 0 } lacking ? $"缺少{string.Join("、", lacking.Select(field => field.Label))}，请撤回修改，补齐后重新送审" : null;

    /// <summary>Labels of fields that are asked for and empty: the required ones, and what the stage of a decision asks for.</summary>
    public static IReadOnlyList<string> Missing(DocumentContent content) =>
        [.. All.Where(field => (IsAsked(field, content) || (content.Stage == OpennessStage.Decision && field.Key is ("execution_due" or "result_due"))) && string.IsNullOrWhiteSpace(field.Of(content))).Select(field => field.Label)];

    public static IReadOnlyList<FieldChange> Between(DocumentContent before, DocumentContent after) =>
        [.. from field in All let was = field.Of(before) let now = field.Of(after) where was != now select new FieldChange(field.Key, field.Label, was, now)];

    /// <summary>What stands in a column outside articles 20 and 21 needs no item of them.</summary>
    private static bool IsAsked(ContentField field, DocumentContent content) => field.IsRequired && (field.Key != "article20_item" || content.Column is null);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One field of a content.</summary>
public sealed record ContentField(string Key, string Label, Func<DocumentContent, string?> Of)
{
    /// <summary>Whether the catalogue must have it (article 12 and the rules of the platform).</summary>
    public bool IsRequired { get; init; }

    /// <summary>Came when documents had been reviewed already: stands in the digest only where it says something, so that what was reviewed before keeps its digest.</summary>
    public bool IsLater { get; init; }
}

/// <summary>字段变化.</summary>
public sealed record FieldChange(string Key, string Label, string? Before, string? After);
