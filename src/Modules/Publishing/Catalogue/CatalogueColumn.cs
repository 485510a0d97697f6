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

/// <summary>栏目: a column of the body's pages and the rule by which documents come into it. Until a body changes one the standard column holds (<see cref="StandardColumns"/>); a body adds its own.</summary>
public sealed class CatalogueColumn(BodyId body, string key) : IRecordable
{
    public BodyId Body { get; } = body;
    public string Key { get; } = key;
    public required string Name { get; set; }

    /// <summary>The column it stands below; the uniform ones and the areas stand below none.</summary>
    public string? Parent { get; internal set; }
    public required ColumnContent Content { get; init; }
    public int Rank { get; init; }

    /// <summary>排在其后: the column of the same level it follows, or that above it where it is the first; null for the standard place.</summary>
    public string? After { get; internal set; }

    /// <summary>Not shown where the body has no such duty; an empty column would be a fault.</summary>
    public bool IsShown { get; set; } = true;

    /// <summary>Documents are put into it one by one, besides what its rule takes in; only outside articles 20 and 21, where no item says which column it is.</summary>
    public bool TakesChosen { get; internal set; }

    /// <summary>归档日期: since when it is closed; it then shows what it held on that day, and stands outside the navigation.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    /// <summary>By which threshold it counts as long not updated; null for what changes only with the facts.</summary>
    public string? UpdatedAs { get; set; }

    public string RuleItems { get; private set; } = "";
    public string RuleKinds { get; private set; } = "";
    public string RuleTopics { get; private set; } = "";
    public bool RuleEnded { get; private set; }
    public uint Version { get; private set; }

    public DocumentRule Rule
    {
        get => new(DocumentRule.Split(RuleItems), [.. DocumentRule.Split(RuleKinds).Select(Words.Parse<DocumentKind>)], DocumentRule.Split(RuleTopics)) { Ended = RuleEnded };
        set => (RuleItems, RuleKinds, RuleTopics, RuleEnded) = (DocumentRule.Join(value.Items), DocumentRule.Join(value.Kinds), DocumentRule.Join(value.Topics), value.Ended);
    }

    /// <summary>收录: what its rule takes in and what was put into it; one of them is enough.</summary>
    public IReadOnlyList<DocumentRule> Takes => [.. Rule is { IsEmpty: false } rule ? new[] { rule } : [], .. TakesChosen ? new[] { DocumentRule.Nothing with { Column = Key } } : []];

    /// <summary>机关自设: not one of the standard list.</summary>
    public bool IsOwn => StandardColumns.Of(Key) is null;

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

    internal CatalogueColumn For(BodyId body) =>
        new(body, Key) { Name = Name, Parent = Parent, Content = Content, Rank = Rank, After = After, IsShown = IsShown, TakesChosen = TakesChosen, UpdatedAs = UpdatedAs, Rule = Rule };
}
