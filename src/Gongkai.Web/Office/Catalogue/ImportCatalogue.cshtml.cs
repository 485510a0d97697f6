using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Formats.Reading;
using Gongkai.Publishing;
using Gongkai.Web.Office.Import;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>导入目录: CSV or a workbook; preview, then write what was previewed.</summary>
[Requires("catalogue.manage")]
[RequestSizeLimit(8 << 20)]
public sealed class ImportCatalogueModel(GongkaiDb db, CatalogueTable table) : CataloguePage(db, Permission.ManageCatalogue)
{
    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    public int Faulty => Rows.Count(row => row.Fault is not null);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(IFormFile? file)
    {
        await Attempt(async () =>
        {
            if (file is { Length: > 0 })
            {
                using var content = new MemoryStream();
                await file.CopyToAsync(content, Cancel);

                // The text goes with the page, so that what is written is what was previewed.
                Text = TextOf(content.ToArray(), file.FileName);
                ModelState.Remove(nameof(Text));
            }

            await Run(write: false);
        });
        return Page();
    }

    public async Task<IActionResult> OnPostWrite() =>
        await Attempt(() => Run(write: true)) && Faulty == 0 ? Then(Address("/office/catalogue"), $"已写入{Rows.Count}条。") : Page();

    private async Task Run(bool write)
    {
        if (string.IsNullOrWhiteSpace(Text))
            throw new RefusedException("请选择文件，或者粘贴内容。", "file");
        Rows = await table.Run(Chosen.Id, Text, write, Me, Cancel);
    }

    /// <summary>A workbook's first table as CSV; anything else is text.</summary>
    private static string TextOf(byte[] content, string name)
    {
        if (DocumentReader.FormatOf(content, name) != SourceFormat.Xlsx)
            return ImportRows.Decode(content);
        try
        {
            var first = DocumentReader.Read(content, name).Blocks.OfType<Table>().FirstOrDefault() ?? throw new RefusedException("工作簿里没有表格。", "file");
            return string.Concat(first.Rows.Select(row => string.Join(',', Cells(row)) + "\n"));
        }
        catch (UnreadableFileException unreadable)
        {
            throw new RefusedException(unreadable.Message, "file");
        }
    }

    private static string[] Cells(TableRow row)
    {
        var width = row.Cells.Count == 0 ? 0 : row.Cells.Max(cell => cell.Column) + 1;
        var cells = new string[width];
        Array.Fill(cells, "");
        foreach (var cell in row.Cells)
            cells[cell.Column] = $"\"{cell.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return cells;
    }
}
