using Gongkai.Bodies;
using Gongkai.Law;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>主动公开基本目录 (article 22) of a body: its published versions, each with all lines as they stood, and the day by which it is gone through again.</summary>
public sealed class BasicCatalogue(BodyId body) : IRecordable
{
    public const string RecordKind = "catalogue";

    private readonly List<CatalogueVersion> _versions = [];

    public BodyId Body { get; } = body;
    public DateOnly? ReviewBy { get; private set; }
    public IReadOnlyList<CatalogueVersion> Versions => _versions;
    public uint Version { get; private set; }

    /// <summary>Who wrote at lines since the last version, and so does not publish them.</summary>
    public IReadOnlyList<OfficerId> Editors => [.. EditorIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new OfficerId(Guid.Parse(id)))];

    internal string EditorIds { get; private set; } = "";

    string IRecordable.Kind => RecordKind;
    string IRecordable.Key => $"{Body.Value}";

    internal void Sign(IActor by)
    {
        if (by is Officer officer && !Editors.Contains(officer.Id))
            EditorIds = $"{EditorIds} {officer.Id.Value}".TrimStart();
    }

    /// <param name="sheet">All lines, as the table people download.</param>
    /// <param name="lines">How many.</param>
    /// <param name="reviewBy">下次核对日期.</param>
    /// <param name="on">The day of publication.</param>
    /// <param name="by">Who.</param>
    internal void Publish(string sheet, int lines, DateOnly? reviewBy, DateOnly on, IActor by)
    {
        if (lines == 0)
            throw new RefusedException("目录还没有条目，请先增加条目。");
        if (_versions is [.., var last] && last.Sheet == sheet)
            throw new RefusedException($"目录与第{last.Number}版相同，没有需要发布的修改。");
        if (by is Officer publisher && Editors.Contains(publisher.Id))
            throw new NotLawfulException("您修改过这一版的条目，应当由另一人核对后发布", new Article(17));
        var review = reviewBy ?? Thresholds.Of("review").LastDay(on);
        if (review <= on)
            throw new RefusedException("下次核对日期应当晚于今日。", "review_by");
        _versions.Add(new CatalogueVersion(_versions.Count + 1) { PublishedOn = on, PublishedByName = by.ActorName, Lines = lines, Sheet = sheet });
        (ReviewBy, EditorIds) = (review, "");
    }
}

/// <summary>目录版本.</summary>
public sealed class CatalogueVersion(int number)
{
    public int Number { get; } = number;
    public required DateOnly PublishedOn { get; init; }
    public required string PublishedByName { get; init; }
    public required int Lines { get; init; }

    /// <summary>The lines as CSV (<see cref="CatalogueSheet"/>), with the names of that day.</summary>
    public required string Sheet { get; init; }
}
