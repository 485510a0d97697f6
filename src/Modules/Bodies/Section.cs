using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>科室编号.</summary>
public readonly record struct SectionId(Guid Value) : ITypedId;

/// <summary>科室: a section of a body (内设机构); closed, not deleted, when it goes.</summary>
public sealed class Section(SectionId id) : IRecordable
{
    public SectionId Id { get; } = id;
    public required BodyId Body { get; init; }
    public required string Name { get; set; }

    /// <summary>Its place in lists.</summary>
    public int Rank { get; set; }

    /// <summary>政府信息公开工作机构 (article 4): the section that does the body's daily work of disclosure.</summary>
    public bool IsDisclosureOffice { get; set; }
    public DateOnly? ClosedOn { get; private set; }
    public bool IsOpen => ClosedOn is null;

    /// <summary>Goes up with every change of the row.</summary>
    public uint Version { get; private set; }

    string IRecordable.Kind => "section";
    string IRecordable.Key => $"{Id.Value}";

    public void Close(DateOnly on)
    {
        if (ClosedOn is not null)
            throw new RefusedException($"{Name}已经撤销。");
        ClosedOn = on;
    }
}
