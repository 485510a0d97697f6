using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Tests.Writing;

/// <summary>Reports of 云泽市 made from a seed: figures of every size and every state that a printed cell can have.</summary>
internal static class MadeUpReports
{
    public static Report Of(Form form, int seed)
    {
        var random = new Random(seed);
        var cells = new Cell[form.Cells.Count];
        var plain = seed % 3 == 0;
        foreach (var cell in form.Cells)
            cells[cell.Index] = cell.Row.Optional ? default : plain ? Cell.Of(random.Next(0, 3)) : Some(cell, random);

        var year = form == Form.F2021 ? 2021 + (seed % 5) : 2019 + (seed % 2);
        return new Report(form, cells)
        {
            Organ = "云泽市科学技术局",
            Year = year,
            Title = $"云泽市科学技术局{year}年政府信息公开工作年度报告",
            Narrative = new Narrative(
            [
                Section("lead", null, $"本报告按照条例的要求编制，所列数据的期限自{year}年1月1日起至12月31日止。", "联系电话：0000-1234567。"),
                Section("s1", "一、总体情况", "（一）主动公开", "全年通过门户网站发布信息 312 条，回应关切 <5> 次 & 解读“三定”规定 6 篇。", "（二）依申请公开", "本年度的申请均在法定期限内答复。"),
                Section("s5", "五、存在的主要问题及改进情况", "一是解读形式偏少，二是栏目更新不够均衡。", "下一步将增加图解和问答，每月检查栏目更新情况。"),
                Section("s6", "六、其他需要报告的事项", "本年度没有收取信息处理费。"),
            ]),
        };
    }

    public static NarrativeSection Section(string key, string? heading, params string[] paragraphs) =>
        new(key, heading, [.. paragraphs.Select(text => new NarrativeParagraph(text))]);

    private static Cell Plus(int value) => Cell.Of(value) with { Raw = $"+{value}" };

    private static Cell Some(FormCell cell, Random random) => random.Next(20) switch
    {
        0 => new Cell(CellState.Blank) { Raw = "" },
        1 => new Cell(CellState.WordNone) { Raw = "无" },
        2 => new Cell(CellState.Slash) { Raw = "/" },
        3 => new Cell(CellState.Missing),
        4 when cell.Column.Decimals => Cell.Of(random.Next(1, 10_000_000) / 100m),
        4 when cell.Column.Signed => Cell.Of(-random.Next(1, 30)),
        5 when cell.Column.Signed => Plus(random.Next(1, 30)),
        5 => Cell.Of(random.Next(1, 2_000_000)),
        < 10 => Cell.Of(random.Next(1, 300)),
        _ => Cell.Of(0),
    };
}
