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

/// <summary>公开事项的一生.</summary>
public abstract class DocumentTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_everything_that_was_written_and_leaves_an_entry_for_each_step()
    {
        await using var world = await Yunze.World(provider);

        var document = await world.Published();

        Assert.Equal(Desk.Content().Html, document.Shown!.Html);
        Assert.Equal("第一条 为规范科技创新券管理，制定本办法。", document.Shown.Text);
        Assert.Equal(new DateOnly(2031, 2, 28), document.Shown.ExpiresOn);
        Assert.Equal(["D01", "D03", "D05", "D09"], document.History.Select(taken => taken.Step));
        Assert.Equal(
            ["documents.draft", "documents.submit", "documents.publish"],
            await world.Db(db => db.LedgerEntries.Where(entry => entry.Kind == "document").OrderBy(entry => entry.Number).Select(entry => entry.Act).ToListAsync(Cancel)));
        Assert.Equal(5, await world.Db(db => db.LedgerEntries.CountAsync(entry => entry.Kind == "review", Cancel)));
        Assert.True((await world.In(services => services.GetRequiredService<LedgerVerifier>().Run(null, Cancel))).Holds);
    }

    [Fact]
    public async Task Can_not_be_drafted_withheld_without_ground_and_reason()
    {
        await using var world = await Yunze.World(provider);

        await Assert.ThrowsAsync<RefusedException>(() => world.Drafted(attribute: new AttributeDecision(DisclosureAttribute.Withheld, "EX1")));
        await Assert.ThrowsAsync<RefusedException>(() => world.Drafted(attribute: new AttributeDecision(DisclosureAttribute.Withheld, Reason: "不宜公开")));
        var document = await world.Drafted(attribute: new AttributeDecision(DisclosureAttribute.Withheld, "EX5", Reason: "内部考勤安排") { Evidence = "只涉及内部管理" });

        Assert.Equal("《政府信息公开条例》第十六条第一款", document.AttributeBasis);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_what_the_first_changed()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted();
        var (clerk, head) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.SectionHead));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content("甲改的标题"), Desk.Content(), clerk, document.Version, Cancel));

        var refused = await Assert.ThrowsAsync<DraftChangedException>(() => world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content("乙改的标题"), Desk.Content(), head, document.Version, Cancel)));

        Assert.Equal(clerk.Name, refused.Who);
        Assert.Equal([new FieldChange("title", "标题", Desk.Content().Title, "甲改的标题")], refused.Changes);
        Assert.Equal("甲改的标题", (await world.Document(document.Id)).Working.Title);
    }

    [Fact]
    public async Task Shows_its_revision_with_the_reason_and_keeps_what_was_before()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(html: "<p>第一条 改过的内容。</p>"), null, clerk, null, Cancel));
        Assert.Equal("reason", (await Assert.ThrowsAsync<RefusedException>(() => world.Submitted(document.Id, changes: " "))).Field);
        await world.Signed(await world.Submitted(document.Id, "按上位法修改第一条"));
        Assert.Contains("不能另写", (await Assert.ThrowsAsync<RefusedException>(() => world.Publish(document.Id, "另有原因"))).Message, StringComparison.Ordinal);

        await world.Publish(document.Id);
        var revised = await world.Document(document.Id);

        Assert.Equal("第一条 改过的内容。", revised.Shown!.Text);
        Assert.Equal(document.IndexNumber, revised.IndexNumber);
        Assert.Equal(2, revised.Versions.Count);
        Assert.Equal([("公开", null), ("修订", "按上位法修改第一条")], PublicRecord.Of(revised).Select(change => (change.What, change.Reason)));

        // Whether the law changed is no question of how often the page was published.
        Assert.Equal(Validity.InForce, Validities.On(revised, new(2026, 3, 2)));
    }

    [Fact]
    public async Task Is_amended_by_what_its_revision_says_of_the_amending_document()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        var content = Desk.Content();
        content.Amendments = "2026年3月1日 云科发〔2026〕9号\r\n2026-04-01 云科发〔2026〕10号";
        await world.Do<EditDraft>(edit => edit.Run(document.Id, content, null, clerk, null, Cancel));
        await world.Signed(await world.Submitted(document.Id, "按云科发〔2026〕9号修改"));
        await world.Publish(document.Id);

        var amended = await world.Document(document.Id);
        var read = await world.Do<PublicReader, PublicDocument?>(reader => reader.Read(document.Id, Cancel));

        Assert.Equal("2026-03-01 云科发〔2026〕9号\n2026-04-01 云科发〔2026〕10号", amended.Shown!.Amendments);
        Assert.Equal(Validity.Amended, Validities.On(amended, new(2026, 3, 2)));
        Assert.Equal(Validity.Amended, Validities.On(read!, new(2026, 3, 2)));
        Assert.Equal(Validity.Amended, (await world.Do<PublicShelf, IReadOnlyList<ShelfItem>>(shelf => shelf.Newest(new ShelfQuestion(), 1, Cancel)))[0].Validity);
        Assert.Contains(("修改情况", "2026年3月1日云科发〔2026〕9号；2026年4月1日云科发〔2026〕10号"), Paper.Particulars(amended, amended.Shown!, "市科技局", new(2026, 3, 2)));
    }

    [Theory]
    [InlineData("云科发〔2026〕9号")]
    [InlineData("2026-03-12")]
    [InlineData("2026-13-01 云科发〔2026〕9号")]
    public void An_amendment_has_a_day_and_a_document(string line)
    {
        var content = Desk.Content();
        content.Amendments = line;

        Assert.Equal("amendments", Assert.Throws<RefusedException>(() => CleanContent.Of(content)).Field);
    }

    [Fact]
    public async Task Before_its_day_it_is_not_yet_in_effect()
    {
        await using var world = await Yunze.World(provider);
        var content = Desk.Content();
        content.EffectiveOn = new(2026, 5, 1);

        var document = await world.Published(content: content);

        Assert.Equal(["尚未施行", "有效"], new DateOnly[] { new(2026, 4, 30), new(2026, 5, 1) }.Select(day => Validities.NameOn(document, day)));
    }

    [Fact]
    public async Task Goes_by_the_name_everybody_knew_when_it_is_withdrawn_during_a_revision()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content("还没有公开的新标题"), null, clerk, null, Cancel));

        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(document.Id, "附表有误", publisher, null, Cancel));
        var withdrawn = await world.Document(document.Id);

        Assert.Equal("还没有公开的新标题", withdrawn.Working.Title);
        Assert.Equal(document.Title, withdrawn.Title);
    }

    [Fact]
    public async Task Leaves_a_tombstone_when_it_is_withdrawn()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);

        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(document.Id, "附表含有个人信息", publisher, null, Cancel));
        var withdrawn = await world.Document(document.Id);

        Assert.Equal(0, await world.ReadableCount());
        Assert.Null(withdrawn.Shown);
        Assert.Equal(new Tombstone(Desk.Content().Title, document.IndexNumber!, "附表含有个人信息", new(2026, 3, 2)), PublicRecord.TombstoneOf(withdrawn));
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Publish(document.Id, "再公开"));
    }

    [Fact]
    public async Task Words_that_go_to_the_public_without_a_chain_may_not_carry_personal_data()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var (clerk, publisher) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.Publisher));
        const string leak = "误公开张三的身份证号110101199003078515";

        var refused = await Assert.ThrowsAsync<RefusedException>(() => world.Do<WithdrawDocument>(withdraw => withdraw.Run(document.Id, leak, publisher, null, Cancel)));
        Assert.Equal("reason", refused.Field);
        Assert.DoesNotContain("19900307", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<ProposeEnding>(propose => propose.Repeal(document.Id, new(2026, 4, 1), leak, null, clerk, null, Cancel)));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<ProposeEnding>(propose => propose.Repeal(document.Id, new(2026, 4, 1), "已有新规定", leak, clerk, null, Cancel)));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<ProposeEnding>(propose => propose.Expire(document.Id, new(2026, 4, 1), leak, clerk, null, Cancel)));
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await Assert.ThrowsAsync<RefusedException>(() => world.Submitted(document.Id, leak));

        Assert.Equal(DocumentState.Revising, (await world.Document(document.Id)).State);
    }

    [Fact]
    public async Task A_title_that_must_go_is_replaced_on_the_tombstone()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Db(db => db.Database.ExecuteSqlAsync($"update document_versions set title = '关于110101199003078515号居民的公告' where document_id = {document.Id.Value}", Cancel));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => world.Do<WithdrawDocument>(withdraw => withdraw.Run(document.Id, "标题含有个人信息", publisher, null, Cancel)));
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(document.Id, "标题含有个人信息", "关于一名居民的公告", publisher, null, Cancel));

        Assert.Equal("public_title", refused.Field);
        Assert.Equal("关于一名居民的公告", PublicRecord.TombstoneOf(await world.Document(document.Id))!.Title);
        Assert.Equal("关于一名居民的公告", (await world.In(services => services.GetRequiredService<PublicReader>().Read(document.Id, Cancel)))!.Tombstone!.Title);
    }

    [Fact]
    public async Task Reviewers_see_the_reason_of_a_revision_and_sign_it_with_the_text()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Signed(await world.Submitted(document.Id, "更正附表"));
        var revised = await world.Document(document.Id);
        Assert.Contains(ContentFields.Between(document.Working, revised.Working), change => change is { Label: "修改的内容和原因", After: "更正附表" });

        await world.Db(db => db.Database.ExecuteSqlAsync($"update document_versions set change_reason = '另有原因' where document_id = {document.Id.Value} and number = {revised.Working.Number}", Cancel));

        await Assert.ThrowsAsync<NotLawfulException>(() => world.Publish(document.Id));
    }

    [Fact]
    public async Task Stays_readable_when_it_is_repealed_and_says_so()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();

        await world.Repeal(document.Id, new(2026, 4, 1), "已有新规定", "云科发〔2026〕20号");
        var repealed = await world.Document(document.Id);

        Assert.Equal(1, await world.ReadableCount());
        Assert.Equal(Validity.InForce, Validities.On(repealed, new(2026, 3, 31)));
        Assert.Equal(Validity.Repealed, Validities.On(repealed, new(2026, 4, 1)));
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Repeal(document.Id, new(2026, 5, 1), "再废止"));
    }

    [Fact]
    public async Task Numbers_are_never_given_twice_not_even_to_many_at_once()
    {
        await using var world = await Yunze.World(provider);
        List<Document> approved = [];
        for (var i = 0; i < 4; i++)
            approved.Add(await world.Approved(DocumentKind.Information));

        await Task.WhenAll(approved.Select(document => Task.Run(() => world.Publish(document.Id), Cancel)));
        await world.Do<WithdrawDocument>(async withdraw => await withdraw.Run(approved[0].Id, "重复", await world.Officer(Desk.Bureau, Role.Publisher), null, Cancel));
        var last = await world.Published(DocumentKind.Information);

        var numbers = await world.Db(db => db.Documents.Where(document => document.IndexNumber != null).Select(document => document.IndexNumber!).ToListAsync(Cancel));
        Assert.Equal(Enumerable.Range(1, 5).Select(serial => $"kjj/2026-{serial:00000}"), numbers.Order(StringComparer.Ordinal));
        Assert.Equal("kjj/2026-00005", last.IndexNumber);
    }

    [Fact]
    public async Task What_is_withheld_comes_back_for_assessment_within_a_year()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Approved(attribute: new AttributeDecision(DisclosureAttribute.Withheld, "EX6", Reason: "讨论稿") { Evidence = "还会改动" });
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Do<WithholdDocument>(withhold => withhold.Run(document.Id, null, publisher, null, Cancel));
        Assert.Equal(new DateOnly(2027, 3, 2), (await world.Document(document.Id)).AssessAgainOn);

        await Assert.ThrowsAsync<RefusedException>(() => world.Do<Reassess>(reassess => reassess.Run(document.Id, mayBePublic: false, "仍在讨论", new(2028, 3, 3), publisher, null, Cancel)));
        await world.Do<Reassess>(reassess => reassess.Run(document.Id, mayBePublic: false, "仍在讨论", new(2026, 9, 1), publisher, null, Cancel));

        Assert.Equal(new DateOnly(2026, 9, 1), (await world.Document(document.Id)).AssessAgainOn);
    }

    [Fact]
    public async Task An_attachment_has_a_safe_name_and_one_of_the_formats()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        Task<Attachment> Attach(string name) => world.Do<AttachFile, Attachment>(attach => attach.Run(document.Id, name, new MemoryStream(Encoding.UTF8.GetBytes("内容")), clerk, null, Cancel));

        Assert.Equal("附件1.txt", (await Attach("..\\..\\etc/附件1.txt")).Name);
        Assert.Equal("报fdp.txt", (await Attach("报\u202Efdp.txt")).Name);
        await Assert.ThrowsAsync<RefusedException>(() => Attach("a.html"));
        await Assert.ThrowsAsync<RefusedException>(() => Attach("a.svg"));
        await Assert.ThrowsAsync<RefusedException>(() => Attach("附件1.txt"));
        await Assert.ThrowsAsync<RefusedException>(() => Attach("不是.docx"));
    }

    [Fact]
    public async Task The_public_gets_a_photograph_without_its_place_and_a_damaged_one_is_said_to_tell()
    {
        await using var world = await Yunze.World(provider);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        var document = await world.Drafted();
        var photograph = Encoding.Latin1.GetBytes("\u00FF\u00D8\u00FF\u00E1\u0000\u0007PLACE\u00FF\u00DA\u0000\u0003\u0001\u0012\u00FF\u00D9");

        await world.Do<AttachFile>(attach => attach.Run(document.Id, "现场.jpg", new MemoryStream(photograph), clerk, null, Cancel));
        await world.Do<AttachFile>(attach => attach.Run(document.Id, "断.jpg", new MemoryStream(photograph[..10]), clerk, null, Cancel));

        var kept = await world.Document(document.Id);
        Assert.Equal([true, false], kept.Working.Attachments.Select(one => one.Original != one.Shown));
        var found = await world.Do<DocumentChecks, IReadOnlyList<Finding>>(checks => checks.Run(kept, Cancel));
        Assert.Equal("断.jpg", Assert.Single(found, finding => finding.Check == "left_properties").Where);
    }

    [Fact]
    public async Task A_document_too_large_to_be_looked_through_is_refused()
    {
        await using var world = await Yunze.World(provider);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        var document = await world.Drafted();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => world.Do<AttachFile>(attach => attach.Run(document.Id, "大.docx", new MemoryStream(new byte[(50 << 20) + 1]), clerk, null, Cancel)));

        Assert.Contains("50MB", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_part_in_it_may_do_nothing()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Approved();
        var (stranger, clerk) = (await world.Officer("gxj", Role.Publisher), await world.Officer(Desk.Bureau, Role.IntakeClerk));

        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<PublishDocument>(publish => publish.Run(document.Id, null, stranger, null, Cancel)));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<PublishDocument>(publish => publish.Run(document.Id, null, clerk, null, Cancel)));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(), null, clerk, null, Cancel)));
    }

    [Fact]
    public async Task No_body_takes_the_code_of_another_that_has_not_published_yet()
    {
        await using var world = await Yunze.World(provider);
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        var (own, other) = (await CodeOf(Desk.Bureau), await CodeOf("gxj"));
        Task Set(string pattern, string code) => world.Do<SetIndexRule>(set => set.Run(head.Body, pattern, code, head, null, Cancel));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Set(IndexRule.Standard, other));
        await Assert.ThrowsAsync<RefusedException>(() => Set($"{{code}}{other[1..]}/{{yyyy}}-{{serial:5}}", other[..1]));
        await Set("{code}-{yyyy}-{serial:5}", own);

        Assert.Equal("code", refused.Field);
        Assert.StartsWith($"{own}-2026-", (await world.Published()).IndexNumber, StringComparison.Ordinal);

        Task<string> CodeOf(string key) => world.Db(db => db.Bodies.Where(body => body.Key == key).Select(body => body.CreditCode ?? body.Key).SingleAsync(Cancel));
    }

    [Fact]
    public async Task A_policy_and_its_interpretation_find_each_other_and_the_missing_one_is_reported()
    {
        await using var world = await Yunze.World(provider);
        var policy = await world.Published();
        Task<IReadOnlyList<OverdueInterpretation>> Overdue() => world.Do<Interpretations, IReadOnlyList<OverdueInterpretation>>(all => all.Overdue([policy.Body], Cancel));
        Assert.Empty(await Overdue());
        world.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal([policy.Id], (await Overdue()).Select(late => late.Id));

        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        var explained = await world.Do<DraftDocument, Document>(draft => draft.Run(
            new NewDocument(clerk.Body, DocumentKind.Interpretation) { Form = InterpretationForm.Text, Explains = policy.Id }, AttributeDecision.Proactive, Desk.Content("《办法》解读"), clerk, Cancel));
        Assert.Empty(await world.Do<Interpretations, List<LinkedDocument>>(all => all.Of(policy.Id, Cancel)));
        await world.Signed(await world.Submitted(explained.Id));
        await world.Publish(explained.Id);

        Assert.Equal(["《办法》解读"], (await world.Do<Interpretations, List<LinkedDocument>>(all => all.Of(policy.Id, Cancel))).Select(link => link.Title));
        Assert.Equal(policy.Id, (await world.Do<Interpretations, LinkedDocument?>(all => all.PolicyOf(explained.Id, Cancel)))!.Id);
        Assert.Empty(await Overdue());
    }

    [Fact]
    public async Task No_interpretation_is_waited_for_of_what_was_moved_in_ended_or_archived()
    {
        await using var world = await Yunze.World(provider);
        Task<IReadOnlyList<OverdueInterpretation>> Overdue(BodyId body) => world.Do<Interpretations, IReadOnlyList<OverdueInterpretation>>(all => all.Overdue([body], Cancel));
        await world.MoveIn(Moving.File(Moving.Line(1).With("column", "规范性文件").With("published_on", "2012-03-05").With("created_on", "2012-03-01")));
        var (waiting, repealed, archived) = (await world.Published(), await world.Published(), await world.Published());
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Repeal(repealed.Id, new(2026, 3, 3), "已有新的办法");
        await world.Do<ArchiveDocument>(archive => archive.Run(archived.Id, null, publisher, null, Cancel));
        world.Clock.Advance(TimeSpan.FromDays(6));

        var late = Assert.Single(await Overdue(waiting.Body));

        Assert.Equal((waiting.Id, new DateOnly(2026, 3, 5)), (late.Id, late.Due!.LastDay));
    }

    [Fact]
    public async Task A_year_without_calendar_leaves_the_delay_untold_and_stops_nothing()
    {
        await using var world = await Yunze.World(provider);
        var lastDay = new DateTimeOffset(Calendars.Notices.Max(notice => notice.Year), 12, 29, 9, 0, 0, TimeSpan.FromHours(8));
        world.Clock.Advance(lastDay - world.Clock.GetUtcNow());
        var policy = await world.Published();
        Task<IReadOnlyList<OverdueInterpretation>> Overdue() => world.Do<Interpretations, IReadOnlyList<OverdueInterpretation>>(all => all.Overdue([policy.Body], Cancel));

        Assert.Empty(await Overdue());
        world.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal((policy.Id, null), (Assert.Single(await Overdue()) is var one ? (one.Id, one.Due) : default));
    }
}

public sealed class DocumentOnSqliteTests() : DocumentTests(DatabaseProvider.Sqlite);

public sealed class DocumentOnPostgreSqlTests() : DocumentTests(DatabaseProvider.PostgreSql);
