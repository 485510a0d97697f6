using System.Text.Json;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Checking.Text;
using Gongkai.AnnualReports.Reading;

namespace Gongkai.AnnualReports.Tests.Claims;

/// <summary>真实报告的文字: every figure that people found in the text of the real reports is read, and the text rules say of them what is true.</summary>
public sealed class RealNarrativeTests
{
    private static readonly Dictionary<string, string> s_counts = new(StringComparer.Ordinal)
    {
        ["applications_received_in_text"] = "t3.received_new.total",
        ["new_received_in_text"] = "t3.received_new.total",
        ["answered_in_text"] = "t3.handled_total.total",
        ["carried_in_in_text"] = "t3.carried_in.total",
        ["carried_out_in_text"] = "t3.carried_out.total",
        ["natural_person_in_text"] = "t3.received_new.natural_person",
        ["commercial_in_text"] = "t3.received_new.commercial_enterprise",
        ["reconsideration_in_text"] = "t4.review_total",
        ["reconsideration_total_in_text"] = "t4.review_total",
        ["litigation_in_text"] = "t4.direct_total+t4.after_review_total",
        ["litigation_total_in_text"] = "t4.direct_total+t4.after_review_total",
        ["litigation_upheld_in_text"] = "t4.direct_upheld+t4.after_review_upheld",
        ["litigation_corrected_in_text"] = "t4.direct_corrected+t4.after_review_corrected",
        ["litigation_other_in_text"] = "t4.direct_other+t4.after_review_other",
        ["litigation_pending_in_text"] = "t4.direct_pending+t4.after_review_pending",
        ["in_force_in_text"] = "t2.art20_1.normative_documents.in_force",
        ["issued_in_text"] = "t2.art20_1.normative_documents.issued_this_year",
        ["fee_yuan"] = "processing_fee",
        ["proactively_disclosed"] = "published.all",
        ["own_website_items"] = "published.own_website",
        ["wechat_posts"] = "published.wechat",
    };

    public static TheoryData<string> Files =>
        ["hangzhou-style-2025.html", "hongze-2024.pdf", "huaian-2024.pdf", "jiaxiang-commerce-2020.txt", "jining-miit-2020.txt", "jining-science-2020.txt", "jiyang-2022.txt", "pingtan-2022.txt", "tongjiang-2020.txt"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_figure_found_by_hand_is_read(string file)
    {
        var claims = Read(file).Claims;
        using var truth = JsonDocument.Parse(File.ReadAllText(Folder(Path.ChangeExtension(file, null) + ".expected.json")));

        foreach (var figure in truth.RootElement.GetProperty("narrative_figures").EnumerateObject())
            Assert.Contains(claims, claim => claim.Counts == s_counts[figure.Name] && claim.Figure == figure.Value.GetDecimal());
    }

    // Found by hand in the reports; R052 and R060 in pingtan depend on digits that run together there.
    [Theory]
    [InlineData("hongze-2024.pdf", "R047 warning", "R065 warning")]
    [InlineData("huaian-2024.pdf", "R065 info", "R065 warning")]
    [InlineData("jiaxiang-commerce-2020.txt", "R065 info", "R065 warning")]
    [InlineData("jining-miit-2020.txt", "R062 warning")]
    [InlineData("jining-science-2020.txt", "R062 warning", "R065 info", "R067 info", "R069 warning")]
    [InlineData("jiyang-2022.txt", "R055 warning", "R065 info")]
    [InlineData("pingtan-2022.txt", "R047 info", "R052 info", "R065 info")]
    [InlineData("tongjiang-2020.txt", "R062 warning", "R065 warning")]
    public void The_rules_say_what_was_found_by_hand(string file, params string[] findings)
    {
        var report = Read(file);

        var said = Checker.Check(new Subject(report), TextRules.All).Diagnostics.Where(diagnostic => diagnostic.Result == CheckResult.Fail);

        Assert.Equal(findings, said.Select(diagnostic => $"{diagnostic.Rule} {diagnostic.Severity.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal));
    }

    private static Report Read(string file) => Assert.Single(ReportReader.Read(File.ReadAllBytes(Folder(file)), file));

    private static string Folder(string file)
    {
        var root = Environment.GetEnvironmentVariable("GONGKAI_REAL_DOCUMENTS");
        Assert.SkipUnless(root is not null, "GONGKAI_REAL_DOCUMENTS is not set");
        return Path.Combine(root!, "data", "annual-reports", file);
    }
}
