using Gongkai.Bodies;
using Gongkai.Web.Office.Import;

namespace Gongkai.Web.Api;

/// <summary>导入表: a table as CSV text, previewed unless it says that it is to be written; all rows or none.</summary>
internal sealed record ImportInput(string? Text, bool? Write)
{
    /// <exception cref="RefusedException">There is no table in it.</exception>
    public async Task<IResult> Run(Func<string, bool, Task<IReadOnlyList<ImportRow>>> import)
    {
        if (string.IsNullOrWhiteSpace(Text))
            throw new RefusedException("请提交 text，即CSV的内容。", "text");
        var rows = await import(Text, Write ?? false);
        return Results.Ok(new ImportOutcome(Write == true && rows.All(row => row.Fault is null), rows));
    }
}

/// <summary>导入结果: whether it was written, and row by row what it would do or why it cannot.</summary>
internal sealed record ImportOutcome(bool Written, IReadOnlyList<ImportRow> Rows);
