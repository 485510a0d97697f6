using Gongkai.Bodies;
using Gongkai.Formats;
using Gongkai.Formats.Cleaning;

namespace Gongkai.Publishing;

/// <summary>净化后的内容: what people typed or imported, trimmed, its HTML on the allow-list. No other content comes into a document.</summary>
public sealed class CleanContent
{
    private const int LongestTitle = 200;
    private const int LongestField = 500;

    private CleanContent(DocumentContent content, string text) => (Content, Text) = (content, text);

    public DocumentContent Content { get; }
    public string Text { get; }

    /// <summary>What people wrote: its classes are those there are.</summary>
    /// <param name="typed">As it came.</param>
    /// <param name="before">What stood there: a class that was moved in stays until somebody changes it.</param>
    /// <exception cref="RefusedException">A field is too long, a date or class impossible, or the HTML not a person's.</exception>
    public static CleanContent Of(DocumentContent typed, DocumentContent? before = null)
    {
        var clean = OfElsewhere(typed);
        DemandClasses(clean.Content, before);
        return clean;
    }

    /// <summary>The same of what is public elsewhere already: an old site may class by words of its own.</summary>
    /// <exception cref="RefusedException">A field is too long, a date impossible, or the HTML not a person's.</exception>
    public static CleanContent OfElsewhere(DocumentContent typed)
    {
        var content = typed.Copy();
        content.Title = Field(typed.Title, LongestTitle, "标题", "title") ?? "";
        content.Summary = Field(typed.Summary, LongestField, "内容概述", "summary");
        content.DocumentNumber = Field(typed.DocumentNumber, 100, "发文字号", "document_number");
        content.Issuer = Field(typed.Issuer, 100, "发文机关", "issuer");
        content.JointIssuers = Field(typed.JointIssuers, LongestField, "联合发文单位", "joint_issuers");
        content.Topic = Field(typed.Topic, 100, "主题分类", "topic");
        content.Genre = Field(typed.Genre, 20, "体裁", "genre");
        content.Article20Item = Field(typed.Article20Item, 40, "法定公开事项", "article20_item");
        content.Keywords = Field(typed.Keywords, LongestField, "关键词", "keywords");
        content.Column = Field(typed.Column, 40, "栏目", "column");
        content.Amendments = Amendment.Clean(typed.Amendments);
        if (content.ExpiresOn < content.EffectiveOn || content.ExpiresOn < content.CreatedOn)
            throw new RefusedException("有效期不能早于实施日期或者生成日期。", "expires_on");
        DemandStage(content);
        try
        {
            var clean = HtmlSanitiser.Clean(typed.Html);
            content.Html = clean.Html;
            return new CleanContent(content, clean.Text);
        }
        catch (UnreadableFileException strange)
        {
            throw new RefusedException(strange.Message, "html");
        }
    }

    /// <summary>A word that is no class would leave the document in no column, for ever.</summary>
    private static void DemandClasses(DocumentContent content, DocumentContent? before)
    {
        if (content.Topic is { } topic && topic != before?.Topic && !DocumentRule.IsTopic(topic))
            throw new RefusedException($"没有主题分类“{topic}”，应当从主题分类中选择，如“综合政务\\政务公开”。", "topic");
        if (content.Genre is { } genre && genre != before?.Genre && !Classes.Genres.Contains(genre, StringComparer.Ordinal))
            throw new RefusedException($"没有体裁“{genre}”，应当是：{string.Join("、", Classes.Genres)}。", "genre");
        if (content.Article20Item is { } item && item != before?.Article20Item && Classes.Item(item) is null)
            throw new RefusedException($"没有法定公开事项“{item}”，应当是{Classes.Article20[0].Key}至{Classes.Article20[^1].Key}中的一个。", "article20_item");
    }

    /// <summary>Dates belong to what was decided, and the decision to what came of it.</summary>
    private static void DemandStage(DocumentContent content)
    {
        if (content.Stage != OpennessStage.Decision && (content.ExecutionDue ?? content.ResultDue) is not null)
            throw new RefusedException("执行情况和结果的公开期限，只有决策公开的事项才填写。", "execution_due");
        if (content.ResultDue < content.ExecutionDue)
            throw new RefusedException("结果的公开期限不能早于执行情况的公开期限。", "result_due");
        if (content.Follows is not null && content.Stage is not (OpennessStage.Execution or OpennessStage.Result))
            throw new RefusedException("只有执行公开、结果公开的事项才填写所落实的决策。", "follows");
    }

    private static string? Field(string? typed, int atMost, string label, string field)
    {
        var text = string.Concat((typed ?? "").Where(letter => !char.IsControl(letter) || letter == '\n')).Trim();
        if (text.Length > atMost)
            throw new RefusedException($"{label}最多{atMost}个字，现有{text.Length}个。", field);
        return text.Length == 0 ? null : text;
    }
}
