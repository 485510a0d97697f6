using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Modules.Tests.Publishing;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Reviews;

/// <summary>第十七条: 公开审查.</summary>
public abstract class ReviewTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_from_stage_to_stage_in_the_order_of_its_chain()
    {
        await using var world = await Yunze.World(provider);
        var id = await world.Submitted((await world.Drafted()).Id);
        var leader = await world.Officer(Desk.Bureau, Role.Leader);
        var stages = (await world.Review(id)).Stages;

        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<GiveOpinion>(give => give.Run(id, [Gate.Politics], null, [], null, leader, null, Cancel)));
        await world.Signed(id);

        var review = await world.Review(id);
        Assert.Equal(ReviewState.Completed, review.State);
        Assert.Null(review.WaitsFor);
        Assert.Equal(stages.Select(stage => stage.Number), review.Opinions.Select(opinion => opinion.Stage));
        Assert.Single(review.SecrecyRecords);
    }

    [Fact]
    public async Task Nobody_reviews_what_he_wrote_at_nor_through_a_deputy()
    {
        await using var world = await Yunze.World(provider);
        var head = await world.Officer(Desk.Bureau, Role.SectionHead);
        var document = await world.Drafted();
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content("科长改过的标题"), null, head, null, Cancel));
        var id = await world.Submitted(document.Id);

        await Assert.ThrowsAsync<NotLawfulException>(() => Approve(world, id, head));
        var clerk = await world.Officer(Desk.Bureau, Role.Reporter);
        await world.Do<NameDeputy>(name => name.Run(head.Id, clerk.Id, new(2026, 3, 1), new(2026, 3, 31), head, null, Cancel));
        await Assert.ThrowsAsync<NotLawfulException>(async () => await Approve(world, id, await world.Officer(Desk.Bureau, Role.Reporter)));
    }

    [Fact]
    public async Task A_deputy_signs_with_both_names()
    {
        await using var world = await Yunze.World(provider);
        var id = await world.Submitted((await world.Drafted()).Id);
        var (head, deputy) = (await world.Officer(Desk.Bureau, Role.SectionHead), await world.Officer(Desk.Bureau, Role.Reporter));
        await world.Do<NameDeputy>(name => name.Run(head.Id, deputy.Id, new(2026, 3, 1), new(2026, 3, 31), head, null, Cancel));

        await Approve(world, id, await world.Officer(Desk.Bureau, Role.Reporter));

        var opinion = (await world.Review(id)).Opinions.Single();
        Assert.Equal((deputy.Name, head.Name), (opinion.OfficerName, opinion.OnBehalfOfName));
        Assert.Equal($"{deputy.Name}（代{head.Name}）", await world.Db(db => db.LedgerEntries.Where(entry => entry.Act == "review.give_opinion").Select(entry => entry.ActorName).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Every_gate_of_the_stage_is_answered_or_it_is_not_signed()
    {
        await using var world = await Yunze.World(provider);
        var id = await world.Submitted((await world.Drafted()).Id);
        var head = await world.Officer(Desk.Bureau, Role.SectionHead);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => world.Do<GiveOpinion>(give => give.Run(id, [Gate.Lawfulness, Gate.Text], null, [], null, head, null, Cancel)));

        Assert.Contains("全面性、真实性", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_under_way_when_its_body_is_merged_is_ended_by_the_successor()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted();
        var id = await world.Submitted(document.Id);
        await world.Signed(id, stages: 1);
        var former = await world.Officer(Desk.Bureau, Role.Reviewer);
        await Merge(world);

        // The officers of the ended body have no say; those of the successor find it among what waits for them.
        await Assert.ThrowsAsync<NotAllowedException>(() => Approve(world, id, former));
        while ((await world.Review(id)).Stage is { } stage)
        {
            var officer = await world.Officer(Heir, stage.Role);
            Assert.Contains(id, (await world.Do<WaitingReviews, IReadOnlyList<Review>>(mine => mine.Of(officer, Cancel))).Select(one => one.Id));
            if (stage.IsSecrecy)
                await world.Do<RecordSecrecyReview>(record => record.Run(id, SecrecyConclusion.MayBePublished, "不涉及国家秘密和工作秘密", null, [], null, officer, null, Cancel));
            else
                await Approve(world, id, officer);
        }

        var publisher = await world.Officer(Heir, Role.Publisher);
        await world.Do<PublishDocument>(publish => publish.Run(document.Id, null, publisher, null, Cancel));
        Assert.Equal(DocumentState.Public, (await world.Document(document.Id)).State);
    }

    [Fact]
    public async Task What_a_merged_body_left_is_revised_by_the_chain_of_its_successor()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Published();
        await Merge(world);
        var (head, clerk, sectionHead) = (await world.Officer(Heir, Role.OfficeHead), await world.Officer(Heir, Role.CaseOfficer), await world.Officer(Heir, Role.SectionHead));
        ReviewStage[] stages =
        [
            new(1, "科室", Role.SectionHead) { Gates = [.. Gates.OfContent, .. Gates.OfItem] },
            new(2, "保密", Role.SecrecyReviewer) { IsSecrecy = true },
        ];
        await world.Do<SetReviewChain>(set => set.Run(head.Body, null, "两级审查流程", stages, head, null, Cancel));
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content("云泽市科技创新券管理办法（修订）"), null, clerk, null, Cancel));

        var review = await world.Do<SubmitForReview, Review>(submit => submit.Run(document.Id, "按机构改革修改名称", clerk, null, Cancel));

        Assert.Equal(("两级审查流程", document.Body), (review.ChainName, review.Body));

        // Its section ended with its body: any section head of the successor stands for it, and still none of a third body.
        var stranger = await world.Officer("yunyang", Role.SectionHead);
        var tree = await world.Do<Authority, BodyTree>(async authority => (await authority.Now(Cancel)).Tree);
        Assert.True(review.WaitsForSignatureOf(sectionHead, tree, world.Clock.Today()));
        Assert.False(review.WaitsForSignatureOf(stranger, tree, world.Clock.Today()));
    }

    [Fact]
    public async Task A_returned_text_passes_every_stage_again_and_keeps_what_reviewers_saw()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted();
        var id = await world.Submitted(document.Id);
        await world.Signed(id, stages: 1);
        var reviewer = await world.Officer(Desk.Bureau, Role.Reviewer);
        await world.Do<ReturnToAuthor>(back => back.Run(id, null, [new Remark("本办法", 20, "写明依据")], reviewer, null, Cancel));
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(html: "<p>第一条 根据上位法，制定本办法。</p>"), null, clerk, null, Cancel));

        Assert.Equal(id, await world.Submitted(document.Id));
        var review = await world.Review(id);

        Assert.Equal(2, review.Round.Number);
        Assert.Equal(Role.SectionHead, review.WaitsFor);
        Assert.Equal("写明依据", review.Comments.Single().Text);
        var versions = (await world.Document(document.Id)).Versions;
        Assert.Equal(review.Rounds.Select(round => round.SubjectVersion), versions.Select(version => version.Number));
        Assert.Equal(["html"], ContentFields.Between(versions[0], versions[1]).Select(change => change.Key));
        await world.Signed(id);
        await world.Publish(document.Id);
    }

    [Fact]
    public async Task Personal_data_pass_the_secrecy_review_only_with_a_reason()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted(content: Desk.Content(html: "<p>申请人王某手机13800000000。</p>"));
        var id = await world.Submitted(document.Id);
        Assert.Contains((await world.Review(id)).Findings, found => found is { Check: "mobile_number", Severity: FindingSeverity.Serious, Words: "138****0000" });
        await world.Signed(id, stages: 3);
        var secrecy = await world.Officer(Desk.Bureau, Role.SecrecyReviewer);
        Task Sign(string? reason) => world.Do<RecordSecrecyReview>(record => record.Run(id, SecrecyConclusion.MayBePublished, "不涉密", null, [], reason, secrecy, null, Cancel));

        await Assert.ThrowsAsync<RefusedException>(() => Sign(null));
        await Sign("号码为虚构示例");

        Assert.Equal("号码为虚构示例", (await world.Review(id)).Opinions[^1].FindingsAccepted);
    }

    [Fact]
    public async Task What_the_secrecy_reviewer_can_not_decide_waits_for_whom_he_asked()
    {
        await using var world = await Yunze.World(provider);
        var id = await world.Submitted((await world.Drafted()).Id);
        await world.Signed(id, stages: 3);
        var secrecy = await world.Officer(Desk.Bureau, Role.SecrecyReviewer);
        Task Sign(SecrecyConclusion conclusion, string? to) => world.Do<RecordSecrecyReview>(record => record.Run(id, conclusion, "涉及工作秘密，不能确定", to, [], null, secrecy, null, Cancel));

        await Assert.ThrowsAsync<RefusedException>(() => Sign(SecrecyConclusion.Referred, null));
        await Sign(SecrecyConclusion.Referred, "市保密行政管理部门");
        Assert.Equal((ReviewState.Open, Role.SecrecyReviewer), ((await world.Review(id)).State, (await world.Review(id)).WaitsFor!.Value));

        await Sign(SecrecyConclusion.MayNot, null);
        Assert.Equal(ReviewState.Returned, (await world.Review(id)).State);
    }

    [Fact]
    public async Task A_body_sets_its_own_chain_and_reviews_under_way_keep_theirs()
    {
        await using var world = await Yunze.World(provider);
        var under = await world.Submitted((await world.Drafted()).Id);
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        ReviewStage[] dual =
        [
            new(1, "科室负责人", Role.SectionHead) { Gates = [Gate.Text, Gate.Law, Gate.Policy, .. Gates.OfItem] },
            new(2, "保密审查", Role.SecrecyReviewer) { IsSecrecy = true, Gates = [Gate.Secrecy] },
            new(3, "分管领导", Role.Leader) { Gates = [Gate.Politics] },
        ];
        await world.Do<SetReviewChain, ReviewChain>(set => set.Run(head.Body, "normative_document", "双重审查", dual, head, null, Cancel));

        var later = await world.Submitted((await world.Drafted()).Id);

        Assert.Equal((5, 3), ((await world.Review(under)).Stages.Count, (await world.Review(later)).Stages.Count));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<SetReviewChain, ReviewChain>(set => set.Run(head.Body, null, "没有保密审查", [dual[0], dual[2]], head, null, Cancel)));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<SetReviewChain, ReviewChain>(set => set.Run(head.Body, null, "少了政治关", [dual[0], dual[1]], head, null, Cancel)));

        // The head of the section answers for each item; another role in that place, or one of the three left out, is no such signature.
        ReviewStage[] byOffice = [new(1, "公开工作机构", Role.OfficeHead) { Gates = dual[0].Gates }, dual[1], dual[2]];
        ReviewStage[] halfAsked = [new(1, "科室负责人", Role.SectionHead) { Gates = [Gate.Text, Gate.Law, Gate.Policy, Gate.Lawfulness, Gate.Truth] }, dual[1], dual[2]];
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<SetReviewChain, ReviewChain>(set => set.Run(head.Body, null, "没有科室负责人", byOffice, head, null, Cancel)));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<SetReviewChain, ReviewChain>(set => set.Run(head.Body, null, "没有全面性", halfAsked, head, null, Cancel)));
    }

    [Fact]
    public async Task Of_two_who_sign_at_the_same_moment_one_is_told()
    {
        await using var world = await Yunze.World(provider);
        var id = await world.Submitted((await world.Drafted()).Id);
        var seen = (await world.Review(id)).Version;
        await world.Signed(id, stages: 1);
        var reviewer = await world.Officer(Desk.Bureau, Role.Reviewer);

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => world.Do<GiveOpinion>(give => give.Run(id, [Gate.Law, Gate.Policy], null, [], null, reviewer, seen, Cancel)));
    }

    [Fact]
    public async Task Words_of_a_body_are_its_own_and_go_before_those_of_the_site()
    {
        await using var world = await Yunze.World(provider);
        var (head, admin) = (await world.Officer(Desk.Bureau, Role.OfficeHead), await world.Officer("pingtai", Role.SystemAdmin));
        Task<IEnumerable<string>> Check(BodyId? body) => world.Do<PreChecker, IEnumerable<string>>(async checker =>
            (await checker.Run(new InspectedItem("通知", "布署工作，科枝创新，云样区。") { Body = body }, Cancel)).Select(found => found.Words).Order(StringComparer.Ordinal).ToList());
        var other = await world.Body("gxj");
        Assert.Equal(["布署"], await Check(head.Body));

        await world.Do<SetCheckedWord>(set => set.Run("科枝", "科技", CheckedWordKind.Misspelling, false, true, head, null, Cancel));
        await world.Do<SetCheckedWord>(set => set.Run("布署", "部署", CheckedWordKind.Misspelling, false, false, head, null, Cancel));
        await world.Do<SetSiteWord>(set => set.Run("云样区", "云阳区", CheckedWordKind.OfficialName, false, true, admin, null, Cancel));
        await world.Do<SetSiteWord>(set => set.Run("科枝", "科技", CheckedWordKind.Misspelling, true, false, admin, null, Cancel));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<SetSiteWord>(set => set.Run("科枝", "科技", CheckedWordKind.Misspelling, false, true, head, null, Cancel)));

        Assert.Equal(["云样区", "科枝"], await Check(head.Body));
        Assert.Equal(["云样区", "布署"], await Check(other));
        Assert.Equal(["云样区", "布署"], await Check(null));
        var ready = await world.Do<PreChecker, ReadyChecks>(checker => checker.Ready(Cancel));
        Assert.Equal([head.Body], ready.OwnFingerprints.Keys);
        Assert.NotEqual(ready.Fingerprint, ready.FingerprintOf(head.Body));
        Assert.Equal(ready.Fingerprint, ready.FingerprintOf(other));
    }

    private const string Heir = "gxj";

    private static async Task Merge(World world)
    {
        var (ended, heir) = (await world.Body(Desk.Bureau), await world.Body(Heir));
        await world.Do<MergeBodies>(merge => merge.Run([ended], heir, world.Clock.Today(), "机构改革方案", Moving.Owner, seen: null, Cancel));
    }

    private static async Task Approve(World world, ReviewId id, Officer officer)
    {
        var stage = (await world.Review(id)).Stage!;
        await world.Do<GiveOpinion>(give => give.Run(id, stage.Gates, "同意", [], null, officer, null, Cancel));
    }
}

public sealed class ReviewOnSqliteTests() : ReviewTests(DatabaseProvider.Sqlite);

public sealed class ReviewOnPostgreSqlTests() : ReviewTests(DatabaseProvider.PostgreSql);
