using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Gongkai.Publishing;
using Gongkai.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Office;

/// <summary>迁入旧网站 on the page and over the interface: handed in by one, looked at without a trace, vouched for by another, and never twice.</summary>
public sealed class MigrationPagesTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_hands_in_looks_and_another_officer_moves_in()
    {
        using var clerk = await Caller.Of(yunze, "yunxi-swj-case");
        using var head = await Caller.Of(yunze, "yunxi-swj-office");
        var key = $"moved-{Guid.NewGuid():N}";
        using var form = Form(Lines(key), ("files/名单.txt", "名单"));
        var (made, job) = await clerk.Send("POST", "migrations", form);
        var address = $"migrations/{job.GetProperty("id").GetGuid()}";
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);

        var previewed = await clerk.Do("POST", $"{address}/preview");
        Assert.Equal((4, 1, 1, 2), (previewed.GetProperty("lines").GetInt32(), previewed.GetProperty("published").GetInt32(), previewed.GetProperty("waiting").GetInt32(), previewed.GetProperty("errors").GetInt32()));
        Assert.Equal(0, await Moved(key));
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Refused("POST", $"{address}/run", new { })).Status);

        var ran = await head.Do("POST", $"{address}/run", new { });
        Assert.Equal((1, 1, 2), (ran.GetProperty("published").GetInt32(), ran.GetProperty("waiting").GetInt32(), ran.GetProperty("errors").GetInt32()));
        Assert.Contains(ran.GetProperty("rows").EnumerateArray(), row => row.GetProperty("line").GetInt32() == 3 && row.GetProperty("what").GetString() == "error");
        Assert.Contains("没有附件", Told(ran, 4), StringComparison.Ordinal);
        Assert.Equal(2, await Moved(key));
        var again = await head.Do("POST", $"{address}/run", new { accept_findings = "核对过原网站" });
        Assert.Equal((2, 1), (again.GetProperty("already_there").GetInt32(), again.GetProperty("published").GetInt32()));

        await clerk.Do("DELETE", address);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Refused("POST", $"{address}/preview")).Status);
        Assert.Equal(2, await Moved(key));
    }

    [Fact]
    public async Task Nobody_vouches_for_what_he_handed_in_himself()
    {
        using var head = await Caller.Of(yunze, "yunxi-swj-office");
        using var form = Form(Lines($"own-{Guid.NewGuid():N}"));
        var (_, job) = await head.Send("POST", "migrations", form);

        var refused = await head.Refused("POST", $"migrations/{job.GetProperty("id").GetGuid()}/run", new { });

        Assert.Equal(("officer", HttpStatusCode.BadRequest), (refused.Problem.GetProperty("field").GetString(), refused.Status));
        Assert.Equal("lines", (await head.Refused("POST", "migrations", new { })).Problem.GetProperty("field").GetString());
        using var broken = Form("{}", pack: "no zip"u8.ToArray());
        Assert.Equal("files", (await head.Refused("POST", "migrations", broken)).Problem.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Two_people_do_the_same_on_the_page()
    {
        using var clerk = await yunze.SignedIn("yunxi-swj-case");
        using var head = await yunze.SignedIn("yunxi-swj-office");
        var key = $"page-{Guid.NewGuid():N}";
        var page = await YunzeSite.Text(await clerk.GetAsync(new Uri("/office/migration", UriKind.Relative), Cancel));
        using var form = Form(Lines(key), ("files/名单.txt", "名单"));
        form.Add(new StringContent(YunzeSite.TokenIn(page)), "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.PostAsync(new Uri("/office/migration", UriKind.Relative), form, Cancel)).StatusCode);
        var id = await yunze.Db(db => db.MigrationJobs.Where(job => job.Source == "old.jsonl").OrderByDescending(job => job.UploadedAt).Select(job => job.Id).FirstAsync(Cancel));

        var previewed = await YunzeSite.Text(await YunzeSite.PostTo(clerk, "/office/migration", "/office/migration?handler=Preview", ("id", $"{id.Value}")));
        var ran = await YunzeSite.Text(await YunzeSite.PostTo(head, "/office/migration", "/office/migration?handler=Run", ("id", $"{id.Value}")));

        Assert.Contains("可以直接公开 1 件，要等人核对 1 件", previewed, StringComparison.Ordinal);
        Assert.Contains("预览没有写入任何内容", previewed, StringComparison.Ordinal);
        Assert.DoesNotContain("担保并迁入", previewed, StringComparison.Ordinal);
        Assert.Contains("已公开 1 件，等待核对 1 件", ran, StringComparison.Ordinal);
        Assert.Contains("没有迁入", ran, StringComparison.Ordinal);
        Assert.Equal(2, await Moved(key));
    }

    /// <summary>One that is plainly public, one in which something is found, one without a title, one that names a file that is not there.</summary>
    private static string Lines(string key) => string.Join('\n', new object[]
    {
        new { external_id = $"{key}-1", title = "关于开展市场监测的通知", text = "各有关单位：请参加。", published_on = "2023-03-05", url = $"http://old.example/{key}/1.html" },
        new { external_id = $"{key}-2", title = "关于公布名单的通知", text = "身份证号110101199003078515。", published_on = "2023-03-06", url = $"http://old.example/{key}/2.html" },
        new { external_id = $"{key}-3", text = "没有标题。", published_on = "2023-03-07" },
        new { external_id = $"{key}-4", title = "关于附件的通知", text = "见附件。", published_on = "2023-03-08", attachments = (string[])["files/没有.txt"] },
    }.Select(line => JsonSerializer.Serialize(line)));

    private static MultipartFormDataContent Form(string lines, params (string Path, string Text)[] files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return Form(lines, zip.ToArray());
    }

    private static MultipartFormDataContent Form(string lines, byte[] pack) => new()
    {
        { new ByteArrayContent(Encoding.UTF8.GetBytes(lines)), "lines", "old.jsonl" },
        { new ByteArrayContent(pack), "files", "files.zip" },
    };

    private static string? Told(JsonElement outcome, int line) => outcome.GetProperty("rows").EnumerateArray().First(row => row.GetProperty("line").GetInt32() == line).GetProperty("message").GetString();

    private Task<int> Moved(string key) => yunze.Db(db => db.ImportedItems.CountAsync(item => item.ExternalId.StartsWith(key), Cancel));
}
