using Gongkai.Ledgers;

namespace Gongkai.Reviews;

/// <summary>行为: what is done in review, in the words of the ledger.</summary>
public static class ReviewActs
{
    private static readonly Act s_setChain = new("review.set_chain", "设置审查流程");
    private static readonly Act s_giveOpinion = new("review.give_opinion", "审查同意");
    private static readonly Act s_returnToAuthor = new("review.return", "审查退回");
    private static readonly Act s_recordSecrecy = new("review.record_secrecy", "保密审查");
    private static readonly Act s_setWord = new("review.set_word", "维护校对词表");
    private static readonly Act s_replyToRemark = new("review.reply_to_remark", "答复批注");
    private static readonly Act s_settleRemark = new("review.settle_remark", "批注已处理");

    extension(Act)
    {
        public static Act SetReviewChain => s_setChain;
        public static Act GiveOpinion => s_giveOpinion;
        public static Act ReturnToAuthor => s_returnToAuthor;
        public static Act RecordSecrecyReview => s_recordSecrecy;
        public static Act SetCheckedWord => s_setWord;
        public static Act ReplyToRemark => s_replyToRemark;
        public static Act SettleRemark => s_settleRemark;
    }

    internal static Act[] All => [s_setChain, s_giveOpinion, s_returnToAuthor, s_recordSecrecy, s_setWord, s_replyToRemark, s_settleRemark];
}
