using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Documents;

/// <summary>批量起草: a table and a zip of the files it names become drafts; sent again, it goes on where it stopped.</summary>
[Requires("documents.draft")]
[RequestSizeLimit(DraftUpload.AtMost)]
[RequestFormLimits(MultipartBodyLengthLimit = DraftUpload.AtMost)]
public sealed class ImportDraftsModel(GongkaiDb db, DraftUpload upload) : OfficePage(db)
{
    public DraftUploadResult? Result { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(IFormFile? table, IFormFile? files)
    {
        await Attempt(async () => Result = await upload.Run(Me, table, files, Cancel));
        return Page();
    }
}
