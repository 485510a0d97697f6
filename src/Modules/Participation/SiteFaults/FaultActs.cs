using Gongkai.Ledgers;

namespace Gongkai.Participation;

/// <summary>行为: what is done about faults of the site, in the words of the ledger.</summary>
public static class FaultActs
{
    private static readonly Act s_report = new("site_faults.report", "网站纠错");
    private static readonly Act s_answer = new("site_faults.answer", "答复网站纠错");

    extension(Act)
    {
        public static Act ReportFault => s_report;
        public static Act AnswerFault => s_answer;
    }

    internal static Act[] All => [s_report, s_answer];
}
