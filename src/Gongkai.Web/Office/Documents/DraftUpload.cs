using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Publishing;
using Gongkai.Web.Shell.Uploads;

namespace Gongkai.Web.Office.Documents;

/// <summary>批量起草的上传: page and interface hand the two files to the same import, the zip read where the server has put it down.</summary>
public sealed class DraftUpload(ImportDrafts import)
{
    /// <summary>Bytes of table and zip together.</summary>
    public const long AtMost = 512L << 20;

    /// <exception cref="RefusedException">There is no table, or the zip file is none.</exception>
    public async Task<DraftUploadResult> Run(Officer author, IFormFile? table, IFormFile? files, CancellationToken cancel)
    {
        if (table is not { Length: > 0 })
            throw new RefusedException("请选择CSV表格。", "table");
        await using var rows = table.OpenReadStream();
        using var pile = files is { Length: > 0 } ? FilePile.Zip(files.OpenReadStream()) : null;
        await using var told = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var tally = await import.Run(new DraftTable(author.Body, author, FileNames.Clean(table.FileName)), rows, pile, new ImportReport(told), progress: null, cancel);
        return new DraftUploadResult(tally, ImportLine.Read(told.ToString()));
    }
}

/// <summary>What came of it, and every row that did not simply come in.</summary>
public sealed record DraftUploadResult(ImportTally Tally, IReadOnlyList<ImportLine> Lines);
