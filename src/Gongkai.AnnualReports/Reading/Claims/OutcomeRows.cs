using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>办理结果的行: the rows of table three that a word for an outcome stands for, in an edition.</summary>
internal static class OutcomeRows
{
    private static readonly string[] s_refused =
    [
        "refused_state_secret", "refused_prohibited_by_law", "refused_three_securities_one_stability", "refused_third_party_rights", "refused_internal_affairs",
        "refused_process_information", "refused_enforcement_file", "refused_administrative_query",
    ];

    private static readonly string[] s_unavailable = ["unavailable_not_held", "unavailable_needs_creation", "unavailable_still_unclear"];

    private static readonly string[] s_notProcessed =
        ["not_processed_petition", "not_processed_duplicate", "not_processed_publication", "not_processed_excessive", "not_processed_confirmation"];

    private static readonly string[] s_other = ["other_no_supplement", "other_fee_unpaid", "other_misc"];

    /// <summary>The rows; in the form of 2021 其他处理 is three rows.</summary>
    public static IReadOnlyList<string> Of(string outcome, Form? form) => outcome switch
    {
        "refused" => s_refused,
        "unavailable" => s_unavailable,
        "not_processed" => s_notProcessed,
        "other_handling" when form?.Edition != "trial2019" => s_other,
        "other_no_supplement" or "other_fee_unpaid" when form?.Edition == "trial2019" => ["other_handling"],
        _ => [outcome],
    };
}
