using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>下载件: what a public document is on paper: its title, particulars, text, and where it stands for ever.</summary>
public sealed record Paper
{
    public required string Title { get; init; }

    /// <summary>发文字号, under the title.</summary>
    public string? Number { get; init; }
    public required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    /// <summary>Clean HTML; pictures of its own as data, for paper loads nothing.</summary>
    public required string Html { get; init; }
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>废止、失效 and since when.</summary>
    public string? Mark { get; init; }

    /// <summary>永久地址.</summary>
    public required string Address { get; init; }

    /// <param name="document">Something everybody may read.</param>
    /// <param name="address">Where it stands.</param>
    /// <param name="body">机关名称.</param>
    /// <param name="html">The text shown, its pictures resolved.</param>
    /// <param name="today">The day it is written.</param>
    public static Paper Of(Document document, string address, string body, string html, DateOnly today)
    {
        var shown = document.Shown ?? throw new InvalidOperationException("only what everybody may read is written on paper");
        return new Paper
        {
            Title = shown.Title,
            Number = shown.DocumentNumber,
            Facts = [.. Particulars(document, shown, body, today).Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (fact.Label, fact.Value!))],
            Html = html,
            Attachments = [.. shown.Attachments.Select(attachment => attachment.Name)],
            Mark = MarkOf(document, today),
            Address = address,
        };
    }

    /// <summary>The head of a public document, in the order portals show it.</summary>
    public static IEnumerable<(string Label, string? Value)> Particulars(IPublicFacts document, DocumentVersion shown, string body, DateOnly today) =>
    [
        ("索引号", document.IndexNumber),
        ("主题分类", shown.Topic),
        ("法定公开事项", Classes.Item(shown.Article20Item)?.Label),
        ("发文机关", shown.Issuer ?? body),
        ("联合发文单位", shown.JointIssuers?.ReplaceLineEndings("、")),
        ("成文日期", Day(shown.CreatedOn)),
        ("发文字号", shown.DocumentNumber),
        ("公开日期", Day(document.PublishedOn)),
        ("实施日期", Day(shown.EffectiveOn)),
        ("有效性", Validities.NameOn(document, today)),
        ("修改情况", document.Kind.IsNormative && shown.Amendments is not null ? string.Join("；", Amendment.Of(shown.Amendments).Select(amendment => amendment.Name)) : null),
        ("有效期至", Day(shown.ExpiresOn)),
        ("体裁", shown.Genre),
        ("关键词", shown.Keywords?.ReplaceLineEndings("、")),
        ("公开方式", document.Attribute.Name),
        ("五公开环节", shown.Stage?.Name),
        ("执行情况公开期限", Day(shown.ExecutionDue)),
        ("结果公开期限", Day(shown.ResultDue)),
        ("内容概述", shown.Summary == shown.Title ? null : shown.Summary),
    ];

    /// <summary>附件1：… unless its own name says so.</summary>
    public string NamedAttachment(int index, string name) => name.StartsWith("附件", StringComparison.Ordinal) ? name : $"附件{(Attachments.Count > 1 ? $"{index + 1}" : "")}：{name}";

    /// <summary>What must not be overlooked: that it no longer holds.</summary>
    public static string? MarkOf(IPublicFacts document, DateOnly today)
    {
        if (!document.Kind.IsNormative || Validities.End(document) is not { } end || end.On > today)
            return null;
        var how = end.Validity == Validity.Repealed ? "废止" : "失效";
        return end.IsDayKnown ? $"本文件自{Day(end.On)}起{how}" : $"本文件已{how}，{how}日期不详";
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture);
}
