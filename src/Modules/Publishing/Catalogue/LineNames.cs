using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>条目里的名称: the sections, officers and columns a line may name, both ways.</summary>
public sealed class LineNames
{
    private readonly Dictionary<SectionId, string> _sections;
    private readonly Dictionary<OfficerId, string> _officers;

    private LineNames(IReadOnlyList<CatalogueColumn> columns, Dictionary<SectionId, string> sections, Dictionary<OfficerId, string> officers) => (Columns, _sections, _officers) = (columns, sections, officers);

    public IReadOnlyList<CatalogueColumn> Columns { get; }

    public static async Task<LineNames> Of(GongkaiDb db, BodyId body, CancellationToken cancel) => new(
        await db.ColumnsOf(body, cancel),
        await db.Sections.Where(section => section.Body == body && section.ClosedOn == null).OrderBy(section => section.Rank).ToDictionaryAsync(section => section.Id, section => section.Name, cancel),
        await db.Officers.Where(officer => officer.Body == body && officer.LeftOn == null).OrderBy(officer => officer.Name).ToDictionaryAsync(officer => officer.Id, officer => officer.Name, cancel));

    public IReadOnlyDictionary<SectionId, string> Sections => _sections;
    public IReadOnlyDictionary<OfficerId, string> Officers => _officers;

    /// <summary>Columns that lines can feed.</summary>
    public IEnumerable<CatalogueColumn> Fed => Columns.Where(column => column is { Content: ColumnContent.Documents, IsShown: true });

    /// <summary>撤销的科室、离岗的人员 are no longer named.</summary>
    public string? NameOf(SectionId? section) => section is { } id ? _sections.GetValueOrDefault(id) : null;

    public string? NameOf(OfficerId? officer) => officer is { } id ? _officers.GetValueOrDefault(id) : null;

    public CatalogueColumn? Column(string key) => Columns.FirstOrDefault(column => column.Key == key);

    public SectionId? Section(string name) => Find(_sections, name, "责任科室", "section", "不在本机关，请先增设");

    public OfficerId? Officer(string name) => Find(_officers, name, "责任人", "officer", "不是本机关在岗人员，或者有同名人员");

    /// <exception cref="RefusedException">The line names what is not the body's, or feeds a column that would not show it.</exception>
    public void MustFit(LineContent line)
    {
        if (line.Section is { } section && !_sections.ContainsKey(section))
            throw new RefusedException("责任科室不在本机关，或者已经撤销。", "section");
        if (line.Officer is { } officer && !_officers.ContainsKey(officer))
            throw new RefusedException("责任人不是本机关在岗人员。", "officer");
        if (Fed.FirstOrDefault(column => column.Key == line.Column) is not { } column)
            throw new RefusedException("请选择公开到哪个栏目。", "column");
        if (!column.TakesChosen && column.Rule.Items is { Count: > 0 } items && !items.Contains(line.Article20Item))
            throw new RefusedException($"栏目“{column.Name}”不收录{Classes.Item(line.Article20Item)!.Label}，请更换栏目或者法定公开事项。", "column");
    }

    private static T? Find<T>(Dictionary<T, string> names, string name, string label, string field, string otherwise)
        where T : struct
    {
        if (name.Length == 0)
            return null;
        var found = names.Where(one => one.Value == name).Select(one => one.Key).ToList();
        return found.Count == 1 ? found[0] : throw new RefusedException($"{label}“{name}”{otherwise}。", field);
    }
}
