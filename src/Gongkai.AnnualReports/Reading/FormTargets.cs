using System.Runtime.CompilerServices;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading;

/// <summary>格式的标签: the labels of a form's tables in their order; worked out once per form.</summary>
internal sealed class FormTargets
{
    private static readonly ConditionalWeakTable<Form, FormTargets> s_known = [];

    private FormTargets(Form form)
    {
        Two = [.. form.Tables.Where(table => table.Section == "s2").SelectMany(OfTwo)];
        Three = [.. OfThree(form["t3"])];
    }

    public IReadOnlyList<LabelTarget> Two { get; }

    public IReadOnlyList<LabelTarget> Three { get; }

    public static FormTargets Of(Form form) => s_known.GetValue(form, known => new FormTargets(known));

    private static IEnumerable<LabelTarget> OfTwo(FormTable table)
    {
        yield return LabelTarget.Of(LabelKind.Caption, table.Key, table.Caption) with { Table = table };
        foreach (var column in table.Columns)
            yield return LabelTarget.Of(LabelKind.Column, column.Key, column.Label, column.Also) with { Table = table };
        foreach (var row in table.Rows)
            yield return LabelTarget.Of(LabelKind.Row, row.Key, row.Label, row.Also) with { Table = table };
    }

    private static IEnumerable<LabelTarget> OfThree(FormTable table)
    {
        var opened = new HashSet<string>();
        foreach (var row in table.Rows)
        {
            foreach (var key in row.Group.Where(key => key is not ("results" or "other_parts") && opened.Add(key)))
                yield return LabelTarget.Of(LabelKind.Group, key, table.Group(key).Label, number: table.Group(key).Number);
            yield return LabelTarget.Of(LabelKind.Row, row.Key, row.Label, row.Also, row.Number);
        }
    }
}
