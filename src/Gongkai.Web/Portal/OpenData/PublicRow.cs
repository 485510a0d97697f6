using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;

namespace Gongkai.Web.Portal.OpenData;

/// <summary>公开事项的数据: one public document for programs: its particulars, text, attachments and public history.</summary>
/// <param name="Id">编号，永久地址的一部分。</param>
/// <param name="Url">永久地址。</param>
/// <param name="Body">机关的网址名。</param>
/// <param name="BodyName">机关名称。</param>
/// <param name="Kind">种类：information、rules、normative_document、interpretation、annual_report。</param>
/// <param name="IndexNumber">索引号。</param>
/// <param name="Title">标题。</param>
/// <param name="DocumentNumber">发文字号。</param>
/// <param name="Issuer">发文机关。</param>
/// <param name="Summary">内容概述。</param>
/// <param name="CreatedOn">成文日期。</param>
/// <param name="PublishedOn">公开日期。</param>
/// <param name="UpdatedOn">最近一次公开（修订）的日期。</param>
/// <param name="EffectiveOn">实施日期。</param>
/// <param name="ExpiresOn">有效期的最后一日。</param>
/// <param name="Validity">有效性：in_force、amended、repealed、expired；没有有效性的为空。</param>
/// <param name="Topic">主题分类。</param>
/// <param name="Genre">体裁。</param>
/// <param name="Article20Item">法定公开事项。</param>
/// <param name="Keywords">关键词。</param>
/// <param name="JointIssuers">联合发文单位。</param>
/// <param name="Attribute">公开属性：proactive。</param>
/// <param name="Stage">五公开环节：decision、execution、management、service、result；没有标明的为空。</param>
/// <param name="Follows">落实的是哪一件决策；决策没有公开的为空。</param>
/// <param name="Column">第二十条、第二十一条以外，放入的栏目的网址名。</param>
/// <param name="Explains">解读的是哪一件。</param>
/// <param name="Html">正文。</param>
/// <param name="Text">正文的纯文本。</param>
/// <param name="Attachments">附件。</param>
/// <param name="Changes">变更记录。</param>
internal sealed record PublicRow(
    Guid Id, string Url, string Body, string BodyName, string Kind, string? IndexNumber, string Title, string? DocumentNumber, string Issuer, string? Summary,
    DateOnly? CreatedOn, DateOnly? PublishedOn, DateOnly? UpdatedOn, DateOnly? EffectiveOn, DateOnly? ExpiresOn, string? Validity, string? Topic, string? Genre, string? Article20Item, string? Keywords,
    IReadOnlyList<string> JointIssuers, string Attribute, string? Stage, Guid? Follows, string? Column,
    Guid? Explains, string Html, string Text, IReadOnlyList<PublicFile> Attachments, IReadOnlyList<PublicRowChange> Changes)
{
    public static PublicRow Of(Document document, BodyTree tree, string site, DateOnly today, IReadOnlySet<DocumentId> readable)
    {
        var (shown, body, url) = (document.Shown!, tree.Find(document.Body), $"{site}/documents/{document.Id.Value}");
        return new(
            document.Id.Value, url, body?.Key ?? "", body?.Name ?? "", Words.Of(document.Kind), document.IndexNumber, shown.Title, shown.DocumentNumber, shown.Issuer ?? body?.Name ?? "", shown.Summary,
            shown.CreatedOn, document.PublishedOn, document.UpdatedOn ?? document.PublishedOn, shown.EffectiveOn, shown.ExpiresOn, Validities.On(document, today) is { } validity ? Words.Of(validity) : null,
            shown.Topic, shown.Genre, shown.Article20Item, shown.Keywords,
            shown.JointIssuers?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [], Words.Of(document.Attribute), shown.Stage is { } stage ? Words.Of(stage) : null, Open(shown.Follows, readable), shown.Column,
            Open(document.Explains, readable), shown.Html, shown.Text,
            [.. shown.Attachments.Select(one => new PublicFile(one.Name, $"{url}/attachments/{one.Number}", one.Length, one.IsBook ? $"{site}/api/v1/public/documents/{document.Id.Value}/attachments/{one.Number}/chapters" : null))],
            [.. PublicRecord.Of(document).Select(change => new PublicRowChange(change.On, change.What, change.Reason, change.ByDocument))]);
    }

    /// <summary>What is not public is not named.</summary>
    private static Guid? Open(DocumentId? linked, IReadOnlySet<DocumentId> readable) => linked is { } one && readable.Contains(one) ? one.Value : null;

    /// <summary>The columns of the table: what stands in one line.</summary>
    public static IReadOnlyList<(string Name, Func<PublicRow, string?> Of)> Table { get; } =
    [
        ("id", row => $"{row.Id}"), ("url", row => row.Url), ("body", row => row.Body), ("body_name", row => row.BodyName), ("kind", row => row.Kind), ("index_number", row => row.IndexNumber),
        ("title", row => row.Title), ("summary", row => row.Summary), ("document_number", row => row.DocumentNumber), ("issuer", row => row.Issuer), ("created_on", row => Day(row.CreatedOn)), ("published_on", row => Day(row.PublishedOn)),
        ("updated_on", row => Day(row.UpdatedOn)), ("effective_on", row => Day(row.EffectiveOn)), ("expires_on", row => Day(row.ExpiresOn)), ("validity", row => row.Validity), ("topic", row => row.Topic),
        ("genre", row => row.Genre), ("article20_item", row => row.Article20Item), ("keywords", row => row.Keywords), ("column", row => row.Column), ("joint_issuers", row => string.Join('、', row.JointIssuers)), ("attribute", row => row.Attribute), ("stage", row => row.Stage), ("attachments", row => string.Join(' ', row.Attachments.Select(file => file.Url))),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Name">文件名。</param>
/// <param name="Url">下载地址。</param>
/// <param name="Bytes">字节数。</param>
/// <param name="ChaptersUrl">电子书的章节接口；不是电子书的为空。</param>
internal sealed record PublicFile(string Name, string Url, long Bytes, string? ChaptersUrl);

/// <param name="On">日期。</param>
/// <param name="What">公开、修订、废止等。</param>
/// <param name="Reason">理由。</param>
/// <param name="ByDocument">据以废止、修改的文件。</param>
internal sealed record PublicRowChange(DateOnly On, string What, string? Reason, string? ByDocument);
