using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>目录条目编号.</summary>
public readonly record struct CatalogueLineId(Guid Value) : ITypedId;

/// <summary>主动公开基本目录的一条 (article 22): one matter that the body has to publish, whose work it is, by when, where and for whom.</summary>
public sealed class CatalogueLine(CatalogueLineId id) : LineContent, IRecordable
{
    public const string RecordKind = "catalogue_line";

    public CatalogueLineId Id { get; } = id;
    public required BodyId Body { get; init; }

    /// <summary>序号 in the body's catalogue; a number is not given again.</summary>
    public required int Number { get; init; }

    /// <summary>停用日期: from then on no duty; the line stays in the versions that had it.</summary>
    public DateOnly? RetiredOn { get; private set; }
    public uint Version { get; private set; }

    string IRecordable.Kind => RecordKind;
    string IRecordable.Key => $"{Id.Value}";

    internal void Change(LineContent content)
    {
        if (RetiredOn is { } ended)
            throw new RefusedException($"这个条目已于{ended:yyyy年M月d日}停用，不能再修改。");
        TakeFrom(content);
    }

    internal void Retire(DateOnly on)
    {
        if (RetiredOn is not null)
            throw new RefusedException("这个条目已经停用。");
        RetiredOn = on;
    }
}
