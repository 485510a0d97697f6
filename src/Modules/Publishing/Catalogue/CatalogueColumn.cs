using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>栏目内容: where what a column shows comes from.</summary>
public enum ColumnContent
{
    /// <summary>The columns below it.</summary>
    Columns,
    Guide,
    Documents,

    /// <summary>年度报告.</summary>
    Reports,

    /// <summary>依申请公开的入口.</summary>
    Requests,
}

/// <summary>栏目: a column of the body's page of disclosure and the rule by which documents come into it. Until a body changes one the standard column holds (<see cref="StandardColumns"/>).</summary>
public sealed class CatalogueColumn(BodyId body, string key) : IRecordable
{
    public BodyId Body { get; } = body;
    public string Key { get; } = key;
    public required string Name { get; set; }
    public string? Parent { get; init; }
    public required ColumnContent Content { get; init; }
    public int Rank { get; init; }

    /// <summary>Not shown where the body has no such duty; an empty column would be a fault.</summary>
    public bool IsShown { get; set; } = true;

    /// <summary>归档日期: since when it is closed; it then shows what it held on that day, and stands outside the navigation.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    /// <summary>By which threshold it counts as long not updated; null for what changes only with the facts.</summary>
    public string? UpdatedAs { get; set; }

    public string RuleItems { get; private set; } = "";
    public string RuleKinds { get; private set; } = "";
    public string RuleTopics { get; private set; } = "";
    public uint Version { get; private set; }

    public DocumentRule Rule
    {
        get => new(DocumentRule.Split(RuleItems), [.. DocumentRule.Split(RuleKinds).Select(Words.Parse<DocumentKind>)], DocumentRule.Split(RuleTopics));
        set => (RuleItems, RuleKinds, RuleTopics) = (DocumentRule.Join(value.Items), DocumentRule.Join(value.Kinds), DocumentRule.Join(value.Topics));
    }

    string IRecordable.Kind => "catalogue_column";
    string IRecordable.Key => $"{Body.Value}/{Key}";

    internal void Archive(DateOnly on)
    {
        if (Parent is null || Content != ColumnContent.Documents)
            throw new RefusedException("统一设置的栏目不能归档。");
        if (ArchivedOn is { } since)
            throw new RefusedException($"这个栏目已于{since:yyyy年M月d日}归档。");
        (ArchivedOn, IsShown) = (on, false);
    }

    internal void Reopen()
    {
        if (ArchivedOn is null)
            throw new RefusedException("这个栏目没有归档。");
        (ArchivedOn, IsShown) = (null, true);
    }

    internal CatalogueColumn For(BodyId body) => new(body, Key) { Name = Name, Parent = Parent, Content = Content, Rank = Rank, IsShown = IsShown, UpdatedAs = UpdatedAs, Rule = Rule };
}
