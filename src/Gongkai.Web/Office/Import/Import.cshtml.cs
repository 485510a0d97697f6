using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Office.Import;

/// <summary>导入: preview, then write what was previewed.</summary>
[Requires("officers.manage")]
[RequestSizeLimit(8 << 20)]
public sealed class ImportModel(GongkaiDb db, BodyImport bodies, SectionImport sections, OfficerImport officers) : OfficePage(db)
{
    public IEnumerable<SelectListItem> Kinds => Visit.May(Permission.ManageBodies) ? [new("机关", "bodies"), new("科室", "sections"), new("人员", "officers")] : [new("科室", "sections"), new("人员", "officers")];

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    public int Faulty => Rows.Count(row => row.Fault is not null);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(IFormFile? file)
    {
        if (file is { Length: > 0 })
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, Cancel);
            // The text goes with the page, so that what is written is what was previewed.
            Text = ImportRows.Decode(content.ToArray());
            ModelState.Remove(nameof(Text));
        }

        await Run(write: false);
        return Page();
    }

    public async Task<IActionResult> OnPostWrite() =>
        await Run(write: true) && Faulty == 0 ? Then(What is "bodies" or "sections" ? "/office/bodies" : "/office/officers", $"已写入{Rows.Count}行。") : Page();

    private Task<bool> Run(bool write) => Attempt(async () =>
    {
        if (string.IsNullOrWhiteSpace(Text))
            throw new RefusedException("请选择CSV文件，或者粘贴内容。", "file");
        Rows = What switch
        {
            "bodies" => await bodies.Run(Text, write, Me, Cancel),
            "sections" => await sections.Run(Text, write, Me, Cancel),
            _ => await officers.Run(Text, write, Me, Cancel),
        };
    });
}
