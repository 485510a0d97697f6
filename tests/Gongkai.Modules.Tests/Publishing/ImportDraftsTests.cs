using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>批量导入草稿: a table and its files.</summary>
public abstract class ImportDraftsTests(DatabaseProvider provider)
{
    private static readonly Encoding s_chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("标题,正文,发文字号,成文日期,附件", true)]
    [InlineData("title,text,document_number,created_on,attachments", false)]
    public async Task Rows_become_drafts_that_no_review_has_seen(string titles, bool chinese)
    {
        await using var world = await Yunze.World(provider);
        var table = $"{titles}\n关于科技活动周的通知,各有关单位：请参加。,云科字〔2026〕9号,2026年2月3日,名单.txt\n第二件,正文,,2026/2/4,\n";

        var (tally, report) = await Import(world, (chinese ? s_chinese : Encoding.UTF8).GetBytes(table), Zip(("名单.txt", "甲、乙")));

        var drafts = await world.Db(db => db.Documents.AsNoTracking().AsSplitQuery().ToListAsync(Cancel));
        var first = drafts.Single(draft => draft.Title.StartsWith("关于", StringComparison.Ordinal));
        Assert.Equal(new ImportTally(2, 0, 0, 2, 0, 0), tally);
        Assert.Empty(report);
        Assert.All(drafts, draft => Assert.Equal(DocumentState.Draft, draft.State));
        Assert.Equal(("云科字〔2026〕9号", new DateOnly(2026, 2, 3)), (first.Working.DocumentNumber, first.Working.CreatedOn!.Value));
        Assert.Equal("名单.txt", Assert.Single(first.Working.Attachments).Name);
        Assert.Equal(2, await world.Db(db => db.LedgerEntries.CountAsync(entry => entry.Act == "documents.import_draft", Cancel)));
        Assert.Equal(0, await world.ReadableCount());
    }

    [Fact]
    public async Task A_row_that_can_not_come_in_is_told_and_the_next_run_goes_on()
    {
        await using var world = await Yunze.World(provider);
        const string Titles = "编号,标题,正文,种类,公开属性,责任科室,生成日期,附件,备注\n";

        var (first, report) = await Import(world, Encoding.UTF8.GetBytes($"{Titles}1,甲,正文,,,,,,\n2,,正文,,,,,,\n3,丙,正文,政策解读,,,,,\n4,丁,正文,,不予公开,,,,\n5,戊,正文,,,没有的科室,,,\n6,己,正文,,,,昨天,,\n7,庚,正文,,,,,没有.txt,\n1,重复,正文,,,,,,\n"), Zip());
        var (second, _) = await Import(world, Encoding.UTF8.GetBytes($"{Titles}1,甲,正文,,,,,,\n2,乙,正文,,,,,,\n"), null);

        Assert.Equal(new ImportTally(8, 0, 0, 1, 0, 7), first);
        Assert.Equal("备注", report[0].GetProperty("keys")[0].GetString());
        Assert.Equal([3, 4, 5, 6, 7, 8, 9], report.Skip(1).Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal(new ImportTally(2, 0, 0, 1, 1, 0), second);
    }

    [Fact]
    public async Task Names_in_a_zip_lead_nowhere_and_two_of_a_name_are_none()
    {
        await using var world = await Yunze.World(provider);
        var zip = Zip(("../a.txt", "外面"), ("/b.txt", "根"), ("C:\\c.txt", "盘"), ("d.txt", "一"), ("D.TXT", "二"), ("夹/e.txt", "里面"), ("f.exe", "程序"));
        var rows = string.Join('\n', new[] { "../a.txt", "a.txt", "/b.txt", "b.txt", "c.txt", "d.txt", "夹/e.txt", "f.exe" }.Select((name, i) => $"第{i}件,正文,{name}"));

        var (tally, report) = await Import(world, Encoding.UTF8.GetBytes($"标题,正文,附件\n{rows}\n"), zip);

        Assert.Equal((1, 7), (tally.Drafted, tally.Errors));
        Assert.Equal("e.txt", await world.Db(db => db.Documents.SelectMany(document => document.Versions).SelectMany(version => version.Attachments).Select(attachment => attachment.Name).SingleAsync(Cancel)));
        Assert.Contains(report, line => line.GetProperty("message").GetString()!.Contains("有2个", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_of_a_zip_made_on_a_chinese_windows_are_read()
    {
        await using var world = await Yunze.World(provider);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, s_chinese))
            await zip.CreateEntry("目录/项目名单.txt").Open().DisposeAsync();

        var (tally, _) = await Import(world, Encoding.UTF8.GetBytes("标题,正文,附件\n甲,正文,目录/项目名单.txt\n"), file.ToArray());

        Assert.Equal(1, tally.Drafted);
    }

    [Fact]
    public async Task A_bomb_is_not_unpacked()
    {
        await using var world = await Yunze.World(provider);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = zip.CreateEntry("bomb.txt", CompressionLevel.Optimal).Open();
            var nothing = new byte[1 << 20];
            for (var i = 0; i < 64; i++)
                await entry.WriteAsync(nothing, Cancel);
        }

        var (tally, report) = await Import(world, Encoding.UTF8.GetBytes("标题,正文,附件\n甲,正文,bomb.txt\n"), file.ToArray());

        Assert.Equal((0, 1), (tally.Drafted, tally.Errors));
        Assert.Contains("大得反常", report[0].GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_zip_or_no_table_is_refused_in_words()
    {
        await using var world = await Yunze.World(provider);

        Assert.Throws<RefusedException>(() => FilePile.Zip(new MemoryStream("不是压缩包"u8.ToArray())));
        await Assert.ThrowsAsync<RefusedException>(() => Import(world, "没有标题列\n值\n"u8.ToArray(), null));
        await Assert.ThrowsAsync<RefusedException>(() => Import(world, "标题,标题\n甲,乙\n"u8.ToArray(), null));
    }

    [Fact]
    public async Task A_text_file_brings_its_text_and_what_it_says_of_itself()
    {
        await using var world = await Yunze.World(provider);

        await Import(world, Encoding.UTF8.GetBytes("标题,正文文件\n关于科技活动周的通知,正文/一.txt\n"), Zip(("正文/一.txt", "关于科技活动周的通知\n云科字〔2026〕12号\n各有关单位：\n请按时参加。\n云泽市科学技术局\n2026年2月3日")));

        var draft = await world.Db(db => db.Documents.AsNoTracking().AsSplitQuery().SingleAsync(Cancel));
        Assert.Equal(("云科字〔2026〕12号", new DateOnly(2026, 2, 3)), (draft.Working.DocumentNumber, draft.Working.CreatedOn!.Value));
        Assert.Contains("请按时参加", draft.Working.Text, StringComparison.Ordinal);
    }

    private static async Task<(ImportTally Tally, List<JsonElement> Report)> Import(World world, byte[] table, byte[]? zip)
    {
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        using var pile = zip is null ? null : FilePile.Zip(new MemoryStream(zip));
        await using var report = new StringWriter();
        var tally = await world.Do<ImportDrafts, ImportTally>(import => import.Run(new DraftTable(clerk.Body, clerk, "草稿.csv"), new MemoryStream(table), pile, new ImportReport(report), null, Cancel));
        return (tally, [.. report.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]);
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}

public sealed class ImportDraftsOnSqliteTests() : ImportDraftsTests(DatabaseProvider.Sqlite);

public sealed class ImportDraftsOnPostgreSqlTests() : ImportDraftsTests(DatabaseProvider.PostgreSql);
