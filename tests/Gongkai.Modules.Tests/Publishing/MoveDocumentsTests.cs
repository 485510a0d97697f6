using System.Text;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>迁入: what was public on an old site.</summary>
public abstract class MoveDocumentsTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_public_since_the_old_day_by_a_review_in_which_an_officer_vouches()
    {
        await using var world = await Yunze.World(provider);

        var (tally, report) = await world.MoveIn(Moving.File(Enumerable.Range(1, 3).Select(i => Moving.Line(i))));

        var document = await world.Moved(2);
        var review = await world.Db(db => db.Reviews.AsNoTracking().AsSplitQuery().SingleAsync(review => review.SubjectKey == $"{document.Id.Value}", Cancel));
        Assert.Equal(new ImportTally(3, 3, 0, 0, 0, 0), tally);
        Assert.Empty(report);
        Assert.Equal((DocumentState.Public, new DateOnly(2021, 3, 5)), (document.State, document.PublishedOn!.Value));
        Assert.Equal(["D01", "D20", "D03", "D05", "D09"], document.History.Select(taken => taken.Step));
        Assert.Equal([(new DateOnly(2021, 3, 5), "在原网站公开"), (new DateOnly(2026, 3, 2), "迁入本平台")], PublicRecord.Of(document).Select(change => (change.On, change.What)));
        Assert.Equal(("http://old.example/2.html", new DateOnly(2021, 3, 5), "迁移核对流程"), (review.EvidenceAddress, review.EvidenceOn!.Value, review.ChainName));
        Assert.Equal((await world.Officer(Desk.Bureau, Role.OfficeHead)).Id, Assert.Single(review.Opinions).Officer);
        Assert.StartsWith("<p>各有关单位：</p>", document.Shown!.Html, StringComparison.Ordinal);
        Assert.Equal(document.DigestOf(document.Working), document.History[^1].Digest);
    }

    [Fact]
    public async Task Links_that_leave_the_site_and_those_the_old_site_keeps_are_named()
    {
        await using var world = await Yunze.World(provider);
        const string html = "<p><a href=\"2.html\">第二批</a><a href=\"https://old.example/9.html#top\">第九批</a><a href=\"/files/表.pdf\">表</a><a href=\"https://www.example.gov.cn/law\">上级文件</a><img src=\"images/1.png\"><a href=\"mailto:a@example.gov.cn\">邮箱</a></p>";

        var (tally, report) = await world.MoveIn(Moving.File(Moving.Line(1).With("text", null).With("html", html), Moving.Line(2), Moving.Line(3, "见[上级文件](https://www.example.gov.cn/law)。")));

        Assert.Equal(3, tally.Published);
        Assert.Equal(["links", "links"], report.Select(line => line.GetProperty("what").GetString()));
        Assert.Equal(["https://www.example.gov.cn/law"], Listed(report[0], "outside"));
        Assert.Equal(["https://old.example/9.html#top", "http://old.example/files/%E8%A1%A8.pdf", "http://old.example/images/1.png"], Listed(report[0], "old_site"));
        Assert.Equal((3, "old-3"), (report[1].GetProperty("line").GetInt32(), report[1].GetProperty("external_id").GetString()));
        Assert.False(report[1].TryGetProperty("old_site", out _));

        static IEnumerable<string?> Listed(System.Text.Json.JsonElement line, string key) => line.GetProperty(key).EnumerateArray().Select(link => link.GetString());
    }

    [Fact]
    public async Task Leaves_an_entry_for_each_document_and_the_chain_holds()
    {
        await using var world = await Yunze.World(provider);

        await world.MoveIn(Moving.File(Enumerable.Range(1, 250).Select(i => Moving.Line(i))));

        var (entries, vouched, details) = await world.Db(async db => (
            await db.LedgerEntries.CountAsync(entry => entry.Act == "documents.move_in", Cancel),
            await db.LedgerEntries.CountAsync(entry => entry.Act == "documents.vouch_for_migration", Cancel),
            await (from entry in db.LedgerEntries join detail in db.LedgerDetails on entry.Number equals detail.Number where entry.Act == "documents.move_in" orderby entry.Number select detail.Body).FirstAsync(Cancel)));
        Assert.Equal((250, 2), (entries, vouched));
        Assert.Contains("\"external_id\":\"old-1\"", details, StringComparison.Ordinal);
        Assert.Contains("\"table\":\"document_versions\"", details, StringComparison.Ordinal);
        Assert.True((await world.In(services => services.GetRequiredService<LedgerVerifier>().Run(null, Cancel))).Holds);
    }

    [Fact]
    public async Task Twice_is_once_and_what_changed_since_is_told()
    {
        await using var world = await Yunze.World(provider);
        await world.MoveIn(Moving.File(Moving.Line(1), Moving.Line(2)));

        var (tally, report) = await world.MoveIn(Moving.Packed(Moving.File(Moving.Line(1), Moving.Line(2).With("title", "改过的标题"), Moving.Line(3), Moving.Line(3))));

        Assert.Equal(new ImportTally(4, 1, 0, 0, 2, 1), tally);
        Assert.Equal(["warning", "error"], report.Select(line => line.GetProperty("what").GetString()));
        Assert.Equal([2, 4], report.Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal(3, await world.ReadableCount());
    }

    [Fact]
    public async Task A_line_that_can_not_come_in_is_told_and_stops_no_other()
    {
        await using var world = await Yunze.World(provider);
        var lines = Encoding.UTF8.GetString(Moving.File(
            Moving.Line(1), Moving.Line(2).With("external_id", null), Moving.Line(3).With("title", " "), Moving.Line(4).With("published_on", "昨天"), Moving.Line(5).With("published_on", "2030-01-01"),
            Moving.Line(6).With("text", null), Moving.Line(7).With("attachments", new[] { "../etc/passwd" }), Moving.Line(8)));

        var (tally, report) = await world.MoveIn(Encoding.UTF8.GetBytes($"{lines}\n{{\"external_id\":\"half\n[1]\n"), folder: Path.GetTempPath());

        Assert.Equal(new ImportTally(10, 2, 0, 0, 0, 8), tally);
        Assert.Equal([2, 3, 4, 5, 6, 7, 9, 10], report.Select(line => line.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Unknown_keys_are_told_once_and_kept()
    {
        await using var world = await Yunze.World(provider);

        var (_, report) = await world.MoveIn(Moving.File(Enumerable.Range(1, 3).Select(i => Moving.Line(i).With("clicks", 7 * i))));

        Assert.Equal("clicks", Assert.Single(report).GetProperty("keys")[0].GetString());
        Assert.Equal(["{\"clicks\":7}", "{\"clicks\":14}", "{\"clicks\":21}"], await world.Db(db => db.ImportedItems.OrderBy(item => item.ExternalId).Select(item => item.Notes).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task What_the_checks_see_waits_for_a_person_or_for_a_recorded_reason()
    {
        await using var world = await Yunze.World(provider);
        var file = Moving.File(Moving.Line(1, "当事人手机13800138000，身份证号11010519491231002X。"), Moving.Line(2).With("url", null).With("published_on", null), Moving.Line(3));

        var (first, report) = await world.MoveIn(file);
        var waiting = await world.Moved(1);
        var (second, _) = await world.MoveIn(file, accept: "原网站已公开，当事人同意");

        Assert.Equal((1, 2), (first.Published, first.Waiting));
        Assert.Equal(DocumentState.InReview, waiting.State);
        Assert.Equal(["waiting", "waiting"], report.Select(line => line.GetProperty("what").GetString()));
        Assert.DoesNotContain("13800138000", report[0].GetRawText(), StringComparison.Ordinal);
        Assert.Equal((2, 3), (second.Published, second.AlreadyThere));
        Assert.Equal(3, await world.ReadableCount());
        Assert.Equal(2, await world.Db(db => db.Reviews.SelectMany(review => review.Opinions).CountAsync(opinion => opinion.FindingsAccepted == "原网站已公开，当事人同意", Cancel)));
        Assert.True((await world.In(services => services.GetRequiredService<LedgerVerifier>().Run(null, Cancel))).Holds);
    }

    [Fact]
    public async Task A_person_who_has_looked_signs_at_the_desk_like_at_every_review()
    {
        await using var world = await Yunze.World(provider);
        await world.MoveIn(Moving.File(Moving.Line(1, "申请人家住云泽市春风路9号。")));
        var document = await world.Moved(1);
        var (head, review) = (await world.Officer(Desk.Bureau, Role.OfficeHead), await world.Db(db => db.Reviews.Select(review => review.Id).SingleAsync(Cancel)));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<GiveOpinion>(give => give.Run(review, Gates.OfContent, "同意", [], null, head, null, Cancel)));
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Publish(document.Id));

        await world.Do<GiveOpinion>(give => give.Run(review, Gates.OfContent, "同意", [], "系单位地址", head, null, Cancel));
        await world.Publish(document.Id);

        Assert.Equal(new DateOnly(2021, 3, 5), (await world.Moved(1)).PublishedOn);
    }

    [Fact]
    public async Task What_is_returned_and_changed_goes_the_way_of_new_text()
    {
        await using var world = await Yunze.World(provider);
        await world.MoveIn(Moving.File(Moving.Line(1, "申请人家住云泽市春风路9号。")));
        var document = await world.Moved(1);
        var (head, clerk) = (await world.Officer(Desk.Bureau, Role.OfficeHead), await world.Officer(Desk.Bureau, Role.CaseOfficer));
        await world.Do<ReturnToAuthor>(back => back.Run(world.Db(db => db.Reviews.Select(review => review.Id).SingleAsync(Cancel)).Result, "删去住址", [], head, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(), null, clerk, null, Cancel));

        var review = await world.Review(await world.Submitted(document.Id));

        Assert.Equal((false, "一般信息审查流程"), (review.IsMigration, review.ChainName));
    }

    [Fact]
    public async Task Importer_and_voucher_are_two_people_with_the_right_to_it()
    {
        await using var world = await Yunze.World(provider);
        var (head, clerk) = (await world.Officer(Desk.Bureau, Role.OfficeHead), await world.Officer(Desk.Bureau, Role.CaseOfficer));

        await Assert.ThrowsAsync<RefusedException>(() => world.MoveIn(Moving.File(Moving.Line(1)), importer: head));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.MoveIn(Moving.File(Moving.Line(1)), voucher: Role.IntakeClerk));
        var (tally, _) = await world.MoveIn(Moving.File(Moving.Line(1)), importer: clerk);

        Assert.Equal(1, tally.Published);
        Assert.Equal(clerk.Id, Assert.Single((await world.Moved(1)).Editors).Officer);
    }

    [Fact]
    public async Task Attachments_are_kept_and_nothing_outside_the_folder_is_opened()
    {
        await using var world = await Yunze.World(provider);
        var folder = Directory.CreateDirectory(Path.Combine(world.Folder.Path, "old", "files")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "files", "名单.txt"), "项目名单", Cancel);
        await File.WriteAllTextAsync(Path.Combine(world.Folder.Path, "secret.txt"), "不得读取", Cancel);
        File.CreateSymbolicLink(Path.Combine(folder, "files", "link.txt"), Path.Combine(world.Folder.Path, "secret.txt"));
        Dictionary<string, object?> Line(int number, string path) => Moving.Line(number).With("attachments", new[] { path });

        var (tally, report) = await world.MoveIn(
            Moving.File(Line(1, "files/名单.txt"), Line(2, "../secret.txt"), Line(3, Path.Combine(world.Folder.Path, "secret.txt")), Line(4, "files/link.txt"), Line(5, "files/没有.txt"), Line(6, "..\\secret.txt")), folder: folder);

        var attachment = Assert.Single((await world.Moved(1)).Shown!.Attachments);
        Assert.Equal((1, 5), (tally.Published, tally.Errors));
        Assert.Equal("名单.txt", attachment.Name);
        Assert.True(await world.Services.GetRequiredService<IFileStore>().IsIntact(attachment.Shown, Cancel));
        Assert.All(report, line => Assert.DoesNotContain("不得读取", line.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_number_that_comes_along_is_kept_and_never_given_again()
    {
        await using var world = await Yunze.World(provider);
        await world.MoveIn(Moving.File(Moving.Line(1)));
        var first = (await world.Moved(1)).IndexNumber!;
        var next = first[..^1] + (char)(first[^1] + 1);

        await world.MoveIn(Moving.File(Moving.Line(2).With("index_number", next), Moving.Line(3), Moving.Line(4).With("index_number", first)));

        var (two, three, four) = ((await world.Moved(2)).IndexNumber, (await world.Moved(3)).IndexNumber, (await world.Moved(4)).IndexNumber);
        Assert.Equal(next, two);
        Assert.Equal(4, new[] { first, two, three, four }.Distinct().Count());
        Assert.Contains(first, await world.Db(db => db.ImportedItems.Where(item => item.ExternalId == "old-4").Select(item => item.Notes).SingleAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_old_site_calls_repealed_is_repealed()
    {
        await using var world = await Yunze.World(provider);

        await world.MoveIn(Moving.File(Moving.Line(1).With("column", "行政规范性文件").With("validity", "废止"), Moving.Line(2).With("column", "行政规范性文件").With("validity", "有效")));

        Assert.Equal(Validity.Repealed, Validities.On(await world.Moved(1), world.Clock.Today()));
        Assert.Equal(Validity.InForce, Validities.On(await world.Moved(2), world.Clock.Today()));
    }

    [Fact]
    public async Task Stands_in_the_statutory_column_its_old_column_names_and_else_in_the_tray()
    {
        await using var world = await Yunze.World(provider);
        (string Column, string? Item)[] asked =
        [
            ("财政预决算", "a20_07"),
            ("政府信息公开 > 法定主动公开内容 > 财政预决算", "a20_07"),
            ("行政许可/其他对外管理服务事项", "a20_05"),
            ("首页/行政许可", "a20_05"),
            ("机构设置", "a20_02"),
            ("市科技局规划计划", "a20_03"),
            ("国民经济和社会发展统计信息", "a20_04"),
            ("行政规范性文件", "a20_01"),
            ("通知公告", null),
        ];

        await world.MoveIn(Moving.File(asked.Select((one, i) => Moving.Line(i + 1).With("column", one.Column))));

        List<Document> moved = [];
        foreach (var (_, i) in asked.Select((one, i) => (one, i)))
            moved.Add(await world.Moved(i + 1));
        Assert.Equal(asked.Select(one => one.Item), moved.Select(document => document.Article20Item));
        Assert.Equal("第1批科技项目已经评审，现予公布。", moved[0].Shown!.Summary);
        var unplaced = moved[^1];
        var filter = new DocumentFilter { Body = unplaced.Body, IsUnplaced = true };
        Assert.Equal([unplaced.Id], await world.Db(db => filter.In(db).Select(document => document.Id).ToListAsync(Cancel)));
        var health = await world.Do<CatalogueBoard, CatalogueHealth>(board => board.Of(unplaced.Body, Cancel));
        Assert.Contains(health.Overall.Verdicts, verdict => verdict.Reason.StartsWith("已公开的有1件无法归入栏目", StringComparison.Ordinal));
        var told = await world.Db(db => db.Reviews.AsNoTracking().AsSplitQuery().ToListAsync(Cancel));
        Assert.Equal([$"{unplaced.Id.Value}"], told.Where(review => review.Findings.Any(finding => finding.Check == "unplaced")).Select(review => review.SubjectKey));
    }

    [Fact]
    public async Task Since_when_it_was_repealed_nobody_makes_up()
    {
        await using var world = await Yunze.World(provider);
        await world.MoveIn(Moving.File(Moving.Line(1).With("column", "行政规范性文件").With("validity", "废止")));

        var repealed = await world.Moved(1);

        Assert.Null(repealed.History[^1].Effective);
        Assert.Null(Validities.On(repealed, new(2025, 12, 31)));
        Assert.False(Validities.End(repealed)!.IsDayKnown);
        Assert.Equal("记为已废止，日期不详", PublicRecord.Of(repealed)[^1].What);
        Assert.Equal("本文件已废止，废止日期不详", Paper.MarkOf(repealed, world.Clock.Today()));
    }

    [Fact]
    public async Task What_the_old_site_calls_amended_stays_amended()
    {
        await using var world = await Yunze.World(provider);

        await world.MoveIn(Moving.File(Moving.Line(1).With("column", "行政规范性文件").With("validity", "已修改")));

        Assert.Equal(Validity.Amended, Validities.On(await world.Moved(1), world.Clock.Today()));
    }

    [Fact]
    public async Task Hostile_html_comes_in_clean_and_of_a_page_only_the_article()
    {
        await using var world = await Yunze.World(provider);

        await world.MoveIn(Moving.File(
            Moving.Line(1).With("text", null).With("html", "<p onclick=x>正文<script>alert(1)</script><img src=http://track.example/a.gif></p>"),
            Moving.Line(2, "正文<script>alert(1)</script>\n    缩进的一行\n第二行")));

        Assert.Equal("<p>正文</p>", (await world.Moved(1)).Shown!.Html);
        Assert.DoesNotContain("script", (await world.Moved(2)).Shown!.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<pre", (await world.Moved(2)).Shown!.Html, StringComparison.Ordinal);
    }
}

public sealed class MoveDocumentsOnSqliteTests() : MoveDocumentsTests(DatabaseProvider.Sqlite);

public sealed class MoveDocumentsOnPostgreSqlTests() : MoveDocumentsTests(DatabaseProvider.PostgreSql);
