using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>目录条目的内容: the eight things a basic catalogue says of each matter (name, content, basis, limit, subject, manner, channel, audience), and what follows from it here.</summary>
public class LineContent
{
    /// <summary>公开事项.</summary>
    public string Matter { get; set; } = "";

    /// <summary>公开内容.</summary>
    public string Content { get; set; } = "";

    /// <summary>法定公开事项: `a20_05`.</summary>
    public string Article20Item { get; set; } = "";

    /// <summary>公开依据.</summary>
    public string? Basis { get; set; }

    /// <summary>公开时限.</summary>
    public int LimitDays { get; set; } = DayCount.Article26.Days;
    public DayUnit LimitUnit { get; set; } = DayCount.Article26.Unit;

    /// <summary>责任科室.</summary>
    public SectionId? Section { get; set; }

    /// <summary>责任人.</summary>
    public OfficerId? Officer { get; set; }

    /// <summary>公开方式: 主动公开 or 依申请公开.</summary>
    public DisclosureAttribute Manner { get; set; }

    /// <summary>公开渠道, with 、 between them (article 23).</summary>
    public string Channels { get; set; } = "政府网站";

    /// <summary>公开对象.</summary>
    public string Audience { get; set; } = "全社会";

    /// <summary>栏目: its key.</summary>
    public string Column { get; set; } = "";

    /// <summary>更新周期; null where it is updated only when the facts change.</summary>
    public int? RhythmDays { get; set; }
    public DayUnit? RhythmUnit { get; set; }

    /// <summary>五公开环节.</summary>
    public OpennessStage? Stage { get; set; }

    /// <summary>Which documents of the item are this line's: of one kind, topic or section only.</summary>
    public DocumentKind? Kind { get; set; }
    public string? Topic { get; set; }
    public bool OwnSectionOnly { get; set; }

    public DayCount Limit
    {
        get => new(LimitDays, LimitUnit);
        set => (LimitDays, LimitUnit) = (value.Days, value.Unit);
    }

    public DayCount? Rhythm
    {
        get => RhythmDays is { } days && RhythmUnit is { } unit ? new DayCount(days, unit) : null;
        set => (RhythmDays, RhythmUnit) = (value?.Days, value?.Unit);
    }

    public DocumentRule Rule => new([Article20Item], Kind is { } kind ? [kind] : [], Topic is { } topic ? [topic] : []) { Section = OwnSectionOnly ? Section : null };

    /// <summary>缺少的要素 of what a catalogue says of each matter (article 22 and the model of its notice).</summary>
    public IReadOnlyList<string> Missing =>
        [.. new[] { (Basis, "公开依据"), (Limit.Name, "公开时限"), (Section is null ? null : "有", "责任科室"), (Channels, "公开渠道"), (Audience, "公开对象") }.Where(one => string.IsNullOrWhiteSpace(one.Item1)).Select(one => one.Item2)];

    internal bool Says(LineContent other) =>
        (Matter, Content, Article20Item, Basis, Limit, Rhythm, Stage) == (other.Matter, other.Content, other.Article20Item, other.Basis, other.Limit, other.Rhythm, other.Stage)
        && (Section, Officer, Manner, Channels, Audience, Column) == (other.Section, other.Officer, other.Manner, other.Channels, other.Audience, other.Column)
        && (Kind, Topic, OwnSectionOnly) == (other.Kind, other.Topic, other.OwnSectionOnly);

    /// <summary>The content as it is kept.</summary>
    /// <exception cref="RefusedException">A field is empty, too long, or names what there is not.</exception>
    internal LineContent Demand()
    {
        var kept = new LineContent();
        kept.TakeFrom(this);
        kept.Matter = CatalogueText.Demand(Matter, 100, "公开事项", "matter");
        kept.Content = CatalogueText.Demand(Content, 500, "公开内容", "content");
        kept.Basis = CatalogueText.OrNull(Basis, 300, "公开依据", "basis");
        kept.Channels = CatalogueText.Demand(Channels, 200, "公开渠道", "channels");
        kept.Audience = CatalogueText.Demand(Audience, 50, "公开对象", "audience");
        kept.Topic = CatalogueText.OrNull(Topic, 100, "主题分类", "topic");
        if (Classes.Item(Article20Item) is null)
            throw new RefusedException("请选择法定公开事项。", "article20_item");
        if (Manner == DisclosureAttribute.Withheld)
            throw new RefusedException("不予公开的信息不列入主动公开基本目录。", "manner");
        if (OwnSectionOnly && Section is null)
            throw new RefusedException("只计责任科室的信息时，请选择责任科室。", "section");
        if (Rhythm is { Unit: DayUnit.Promptly })
            throw new RefusedException("更新周期应当是日数；随时更新的不填。", "rhythm");
        if (kept.Topic is { } topic && !DocumentRule.IsTopic(topic))
            throw new RefusedException($"没有主题分类“{topic}”，请从列表里选。", "topic");
        return kept;
    }

    internal void TakeFrom(LineContent other)
    {
        (Matter, Content, Article20Item, Basis) = (other.Matter, other.Content, other.Article20Item, other.Basis);
        (Limit, Rhythm, Stage) = (other.Limit, other.Rhythm, other.Stage);
        (Section, Officer, Manner, Channels, Audience, Column) = (other.Section, other.Officer, other.Manner, other.Channels, other.Audience, other.Column);
        (Kind, Topic, OwnSectionOnly) = (other.Kind, other.Topic, other.OwnSectionOnly);
    }
}
