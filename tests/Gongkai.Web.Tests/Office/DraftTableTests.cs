using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Gongkai.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Office;

/// <summary>批量起草: a table and a zip become drafts on the page and over the interface; what is wrong is said row by row, and a second upload goes on.</summary>
public sealed class DraftTableTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_become_drafts_and_a_second_upload_goes_on_where_the_first_could_not()
    {
        using var clerk = await yunze.SignedIn("yunxi-gxkj-case");
        var mark = $"{Guid.NewGuid():N}";

        var first = await YunzeSite.Text(await Upload(clerk, $"编号,标题,正文,附件\n{mark}-1,{mark}第一件,正文一,说明.txt\n{mark}-2,{mark}第二件,正文二,没有的.txt\n"));
        var second = await YunzeSite.Text(await Upload(clerk, $"编号,标题,正文,附件\n{mark}-1,{mark}第一件,正文一,说明.txt\n{mark}-2,{mark}第二件,正文二,\n"));

        Assert.Contains("起草 1 件，以前已导入 0 件，有误 1 行", first, StringComparison.Ordinal);
        Assert.Contains("压缩包里没有“没有的.txt”", first, StringComparison.Ordinal);
        Assert.Contains("起草 1 件，以前已导入 1 件，有误 0 行", second, StringComparison.Ordinal);
        var drafts = await yunze.Db(db => db.Documents.AsNoTracking().AsSplitQuery().Where(document => document.Title.Contains(mark)).ToListAsync(Cancel));
        Assert.Equal([0, 1], drafts.Select(draft => draft.Working.Attachments.Count).Order());
        Assert.All(drafts, draft => Assert.Equal(DocumentState.Draft, draft.State));
    }

    [Fact]
    public async Task The_interface_says_the_same()
    {
        using var clerk = await yunze.SignedIn("yunxi-gxkj-case");
        var mark = $"{Guid.NewGuid():N}";
        using var form = Form($"编号,标题,正文\n{mark},{mark}的一件,正文\n,,没有标题\n");

        var answer = await clerk.PostAsync(new Uri("/api/v1/documents/import-table", UriKind.Relative), form, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var told = JsonDocument.Parse(await YunzeSite.Text(answer));
        Assert.Equal((1, 1), (told.RootElement.GetProperty("drafted").GetInt32(), told.RootElement.GetProperty("errors").GetInt32()));
        Assert.Contains("没有标题", told.RootElement.GetProperty("rows")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Upload(HttpClient clerk, string table)
    {
        var page = await clerk.GetStringAsync(new Uri("/office/documents/import", UriKind.Relative), Cancel);
        var at = page.IndexOf("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"", StringComparison.Ordinal) + "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"".Length;
        using var form = Form(table);
        using var token = new StringContent(page[at..page.IndexOf('"', at)]);
        form.Add(token, "__RequestVerificationToken");
        return await clerk.PostAsync(new Uri("/office/documents/import", UriKind.Relative), form, Cancel);
    }

    private static MultipartFormDataContent Form(string table)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var file = archive.CreateEntry("说明.txt").Open();
            file.Write(Encoding.UTF8.GetBytes("说明"));
        }

        return new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "table", "drafts.csv" },
            { new ByteArrayContent(zip.ToArray()), "files", "files.zip" },
        };
    }
}
