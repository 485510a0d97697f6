namespace Gongkai.Publishing;

/// <summary>内容: what is read of a document: its particulars (platform rules of the catalogue) and its text.</summary>
public class DocumentContent
{
    public string Title { get; set; } = "";

    /// <summary>内容概述.</summary>
    public string? Summary { get; set; }

    /// <summary>发文字号.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>发文机关, full name.</summary>
    public string? Issuer { get; set; }

    /// <summary>联合发文单位, one a line.</summary>
    public string? JointIssuers { get; set; }

    /// <summary>生成日期、成文日期.</summary>
    public DateOnly? CreatedOn { get; set; }
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>The last day it holds.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>主题分类, as 一级\二级.</summary>
    public string? Topic { get; set; }

    /// <summary>体裁.</summary>
    public string? Genre { get; set; }

    /// <summary>法定公开事项: `a20_01` …</summary>
    public string? Article20Item { get; set; }
    public string? Keywords { get; set; }

    /// <summary>栏目 outside articles 20 and 21 it was put into, by its key.</summary>
    public string? Column { get; set; }

    /// <summary>五公开环节.</summary>
    public OpennessStage? Stage { get; set; }

    /// <summary>Of 执行 and 结果: the decision it reports on.</summary>
    public DocumentId? Follows { get; set; }

    /// <summary>Of 决策: by when its 执行 and its 结果 are made public.</summary>
    public DateOnly? ExecutionDue { get; set; }
    public DateOnly? ResultDue { get; set; }

    /// <summary>修改情况 of a rule or normative document, one a line (<see cref="Amendment"/>): whether it counts as 已修改 follows from this alone.</summary>
    public string? Amendments { get; set; }

    /// <summary>Clean HTML (<c>HtmlSanitiser</c>).</summary>
    public string Html { get; set; } = "";

    public DocumentContent Copy()
    {
        var copy = new DocumentContent();
        copy.TakeFrom(this);
        return copy;
    }

    internal void TakeFrom(DocumentContent other)
    {
        (Title, Summary, DocumentNumber, Issuer, JointIssuers) = (other.Title, other.Summary, other.DocumentNumber, other.Issuer, other.JointIssuers);
        (CreatedOn, EffectiveOn, ExpiresOn) = (other.CreatedOn, other.EffectiveOn, other.ExpiresOn);
        (Stage, Follows, ExecutionDue, ResultDue) = (other.Stage, other.Follows, other.ExecutionDue, other.ResultDue);
        (Amendments, Column) = (other.Amendments, other.Column);
        (Topic, Genre, Article20Item, Keywords, Html) = (other.Topic, other.Genre, other.Article20Item, other.Keywords, other.Html);
    }
}
