using System.Net;
using Gongkai.Bodies;
using Gongkai.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Office;

/// <summary>导入科室: previewed row by row, written whole or not at all, and only for bodies one may change.</summary>
public sealed class SectionImportTests(YunzeSite yunze)
{
    private const string Titles = "机关,科室名称,公开工作机构\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_previewed_and_written_whole_or_not_at_all_on_the_page()
    {
        using var head = await yunze.SignedIn("yunyang-office");

        var faulty = await YunzeSite.Text(await YunzeSite.PostTo(head, "/office/import", "/office/import?handler=Write", ("What", "sections"), ("Text", Titles + "yunyang,综合三科,\nkjj,别人的科室,\nyunyang,综合四科,也许\n")));
        var before = await Count();
        var written = await YunzeSite.PostTo(head, "/office/import", "/office/import?handler=Write", ("What", "sections"), ("Text", Titles + "yunyang,综合三科,否\nyunyang,综合四科,\n"));

        Assert.Contains("2 行有问题", faulty, StringComparison.Ordinal);
        Assert.Contains("应当写是或者否", faulty, StringComparison.Ordinal);
        Assert.Equal((0, HttpStatusCode.Redirect, 2), (before, written.StatusCode, await Count()));
    }

    [Fact]
    public async Task Is_previewed_and_written_over_the_interface()
    {
        using var head = await Caller.Of(yunze, "yunyang-office");
        var table = Titles + "yunyang,接口一科,\n";

        var preview = await head.Do("POST", "sections/import", new { text = table });
        var written = await head.Do("POST", "sections/import", new { text = table, write = true });
        var twice = await head.Do("POST", "sections/import", new { text = table, write = true });

        Assert.False(preview.GetProperty("written").GetBoolean());
        Assert.True(written.GetProperty("written").GetBoolean());
        Assert.False(twice.GetProperty("written").GetBoolean());
        Assert.NotEqual("", twice.GetProperty("rows")[0].GetProperty("fault").GetString());
        Assert.Equal("text", (await head.Refused("POST", "sections/import", new { text = "甲,乙\n1,2\n" })).Problem.GetProperty("field").GetString());
    }

    private Task<int> Count() => yunze.Db(db => db.Sections.CountAsync(section => section.Name == "综合三科" || section.Name == "综合四科", Cancel));
}
