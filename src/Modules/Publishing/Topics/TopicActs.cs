using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>行为: what is done to topics, in the words of the ledger.</summary>
public static class TopicActs
{
    private static readonly Act s_edit = new("topics.edit", "修改专题");
    private static readonly Act s_publish = new("topics.publish", "发布专题");
    private static readonly Act s_withdraw = new("topics.withdraw", "撤下专题");

    extension(Act)
    {
        public static Act EditTopic => s_edit;
        public static Act PublishTopic => s_publish;
        public static Act WithdrawTopic => s_withdraw;
    }

    /// <summary>What is written at before it is published.</summary>
    public static string EditTopicWord => s_edit.Word;

    internal static Act[] All => [s_edit, s_publish, s_withdraw];
}
