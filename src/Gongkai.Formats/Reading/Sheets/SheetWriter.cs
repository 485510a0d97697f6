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
            if (sheets.Count > 1 && !IsDefaultName(sheet.Name))
                parts.Add(new DraftPart(new SourceLine(sheet.Name)));
            parts.AddRange(sheet.Parts(blocks));
        }
        if (hidden.Count > 0)
            blocks.Note($"隐藏的工作表没有读取：{string.Join('、', hidden)}");
        DraftPart.Write(parts, blocks);
    }

    private static bool IsDefaultName(string name) =>
        name.TrimEnd("0123456789".ToCharArray()) is "Sheet" or "sheet" or "工作表" or "表";
}
