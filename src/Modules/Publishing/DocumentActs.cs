using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>行为: what is done to documents, in the words of the ledger.</summary>
public static class DocumentActs
{
    private static readonly Act s_draft = new("documents.draft", "起草");
    private static readonly Act s_edit = new("documents.edit", "修改草稿");
    private static readonly Act s_setAttribute = new("documents.set_attribute", "确定公开属性");
    private static readonly Act s_attach = new("documents.attach", "上传附件");
    private static readonly Act s_readOriginal = new("documents.read_original", "下载附件原件");
    private static readonly Act s_detach = new("documents.detach", "删除附件");
    private static readonly Act s_submit = new("documents.submit", "提交审查");
    private static readonly Act s_recall = new("documents.recall", "撤回修改");
    private static readonly Act s_schedule = new("documents.schedule", "定时公开");
    private static readonly Act s_unschedule = new("documents.unschedule", "取消定时");
    private static readonly Act s_publish = new("documents.publish", "公开");
    private static readonly Act s_revise = new("documents.revise", "修订");
    private static readonly Act s_correct = new("documents.correct", "更正已撤下的");
    private static readonly Act s_abandon = new("documents.abandon_revision", "放弃修订");
    private static readonly Act s_withdraw = new("documents.withdraw", "撤下");
    private static readonly Act s_proposeEnding = new("documents.propose_ending", "提请废止或者失效");
    private static readonly Act s_refuseEnding = new("documents.refuse_ending", "不同意废止或者失效");
    private static readonly Act s_repeal = new("documents.repeal", "废止");
    private static readonly Act s_expire = new("documents.expire", "宣布失效");
    private static readonly Act s_lapse = new("documents.lapse", "有效期届满");
    private static readonly Act s_archive = new("documents.archive", "归档");
    private static readonly Act s_discard = new("documents.discard", "作废草稿");
    private static readonly Act s_withhold = new("documents.withhold", "确认不主动公开");
    private static readonly Act s_reassess = new("documents.reassess", "定期评估");
    private static readonly Act s_import = new("documents.import", "导入文件");
    private static readonly Act s_importDraft = new("documents.import_draft", "批量导入草稿");
    private static readonly Act s_importDrafts = new("documents.import_drafts", "批量导入一批");
    private static readonly Act s_moveIn = new("documents.move_in", "迁入");
    private static readonly Act s_vouch = new("documents.vouch_for_migration", "迁移核对");
    private static readonly Act s_setIndexRule = new("documents.set_index_rule", "设置索引号规则");
    private static readonly Act s_addWebhook = new("webhooks.add", "添加事件推送");
    private static readonly Act s_removeWebhook = new("webhooks.remove", "删除事件推送");
    private static readonly Act s_retryDelivery = new("webhooks.retry", "重新推送");
    private static readonly Act s_setRetention = new("documents.set_retention", "设置保管期限");
    private static readonly Act s_findInPublic = new("documents.find_in_public", "复查发现");
    private static readonly Act s_acceptFinding = new("documents.accept_finding", "确认可以公开");

    extension(Act)
    {
        public static Act DraftDocument => s_draft;
        public static Act EditDraft => s_edit;
        public static Act SetAttribute => s_setAttribute;
        public static Act AttachFile => s_attach;
        public static Act ReadOriginal => s_readOriginal;
        public static Act DetachFile => s_detach;
        public static Act SubmitForReview => s_submit;
        public static Act Recall => s_recall;
        public static Act SchedulePublication => s_schedule;
        public static Act Unschedule => s_unschedule;
        public static Act Publish => s_publish;
        public static Act Revise => s_revise;
        public static Act Correct => s_correct;
        public static Act AbandonRevision => s_abandon;
        public static Act Withdraw => s_withdraw;
        public static Act ProposeEnding => s_proposeEnding;
        public static Act RefuseEnding => s_refuseEnding;
        public static Act Repeal => s_repeal;
        public static Act Expire => s_expire;
        public static Act Lapse => s_lapse;
        public static Act Archive => s_archive;
        public static Act Discard => s_discard;
        public static Act Withhold => s_withhold;
        public static Act Reassess => s_reassess;
        public static Act ImportDocument => s_import;
        public static Act ImportDraft => s_importDraft;
        public static Act ImportDrafts => s_importDrafts;
        public static Act MoveIn => s_moveIn;
        public static Act VouchForMigration => s_vouch;
        public static Act SetIndexRule => s_setIndexRule;
        public static Act AddWebhook => s_addWebhook;
        public static Act RemoveWebhook => s_removeWebhook;
        public static Act RetryDelivery => s_retryDelivery;
        public static Act SetRetention => s_setRetention;
        public static Act FindInPublic => s_findInPublic;
        public static Act AcceptFinding => s_acceptFinding;
    }

    /// <summary>Words of what is done inside the office and changes nothing that the public sees; every other act on a document may.</summary>
    public static IReadOnlyList<string> Inside { get; } =
    [
        .. new[]
        {
            s_draft, s_edit, s_setAttribute, s_attach, s_readOriginal, s_detach, s_submit, s_recall, s_schedule, s_unschedule, s_revise, s_correct, s_abandon, s_discard, s_withhold, s_reassess, s_import, s_importDraft,
            s_proposeEnding, s_refuseEnding,
        }.Select(act => act.Word),
    ];

    internal static Act[] All =>
    [
        s_draft, s_edit, s_setAttribute, s_attach, s_detach, s_submit, s_recall, s_schedule, s_unschedule, s_publish, s_revise, s_correct, s_abandon, s_withdraw, s_proposeEnding, s_refuseEnding, s_repeal, s_expire, s_lapse, s_archive, s_discard,
        s_withhold, s_reassess, s_import, s_importDraft, s_importDrafts, s_moveIn, s_vouch, s_setIndexRule, s_addWebhook, s_removeWebhook, s_retryDelivery, s_setRetention, s_findInPublic, s_acceptFinding,
    ];
}
