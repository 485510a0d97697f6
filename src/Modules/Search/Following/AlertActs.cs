using Gongkai.Ledgers;

namespace Gongkai.Search;

/// <summary>行为 of those who follow a search; the ledger keeps that it happened, not who or what.</summary>
public static class AlertActs
{
    private static readonly Act s_ask = new("alerts.ask", "申请邮件订阅");
    private static readonly Act s_confirm = new("alerts.confirm", "确认邮件订阅");
    private static readonly Act s_end = new("alerts.end", "退订并删除邮箱");
    private static readonly Act s_drop = new("alerts.drop", "删除没有确认的订阅");

    internal static readonly Actor s_public = new("public", "社会公众");
    internal static readonly Actor s_clock = Actor.System("alerts", "邮件订阅");

    extension(Act)
    {
        public static Act AskAlert => s_ask;
        public static Act ConfirmAlert => s_confirm;
        public static Act EndAlert => s_end;
        public static Act DropAlert => s_drop;
    }

    internal static Act[] All => [s_ask, s_confirm, s_end, s_drop];
}
