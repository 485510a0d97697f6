using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Participation;

/// <summary>行为与权限 of reports of faults, in the words of the ledger and of data/permissions.json.</summary>
public static class FaultActs
{
    private static readonly Act s_report = new("site_faults.report", "网站纠错");
    private static readonly Act s_answer = new("site_faults.answer", "答复网站纠错");
    private static readonly Permission s_handle = new("site_faults.answer");

    extension(Act)
    {
        public static Act ReportFault => s_report;
        public static Act AnswerFault => s_answer;
    }

    extension(Permission)
    {
        public static Permission AnswerFaults => s_handle;
    }

    internal static Act[] All => [s_report, s_answer];
}
