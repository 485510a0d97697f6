using Gongkai.Formats.Reading.Grids;

namespace Gongkai.Formats.Reading.Sheets;

/// <summary>工作簿: sheets in order into blocks; a sheet's own name is a line when it says something.</summary>
internal static class SheetWriter
{
    public static void Write(IReadOnlyList<SheetDraft> sheets, IReadOnlyList<string> hidden, BlockBuilder blocks)
    {
        var parts = new List<DraftPart>();
        foreach (var sheet in sheets.Where(sheet => !sheet.IsEmpty))
        {
            if (sheets.Count > 1 && SaysSomething(sheet.Name))
                parts.Add(new DraftPart(new SourceLine(sheet.Name)));
            parts.AddRange(sheet.Parts(blocks));
        }
        if (hidden.Count > 0)
            blocks.Note($"隐藏的工作表没有读取：{string.Join('、', hidden)}");
        DraftPart.Write(parts, blocks);
    }

    /// <summary>A numbered heading or a report's title; a mere label such as 主动公开 would be taken for text of the report.</summary>
    private static bool SaysSomething(string name) => name.Contains('、', StringComparison.Ordinal) || name.Contains("报告", StringComparison.Ordinal);
}
