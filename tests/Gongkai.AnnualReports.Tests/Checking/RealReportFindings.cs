using System.Text.Json;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Reading;

namespace Gongkai.AnnualReports.Tests.Checking;

/// <summary>实际报告的诊断: on real reports the sums fail exactly where they are broken, and the faults found by hand are found.</summary>
public sealed class RealReportFindings
{
    private static readonly string[] s_sums = ["R021", "R022", "R023", "R024", "R025", "R026", "R033", "R034", "R035"];

    [Theory]
    [InlineData("jining-miit-2020.txt")]
    [InlineData("tongjiang-2020.txt")]
    [InlineData("jiyang-2022.txt")]
    [InlineData("jiaxiang-commerce-2020.txt")]
    [InlineData("jining-science-2020.txt")]
    [InlineData("pingtan-2022.txt")]
    [InlineData("hangzhou-style-2025.html")]
    [InlineData("huaian-2024.pdf")]
    [InlineData("hongze-2024.pdf")]
    public void Name_exactly_the_sums_that_are_broken(string file)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(PathOf(Path.ChangeExtension(file, ".expected.json"))));
        var broken = truth.RootElement.GetProperty("arithmetic_findings_in_source").GetArrayLength();

        var failed = Check(file).Where(diagnostic => s_sums.Contains(diagnostic.Rule) && diagnostic is { Result: CheckResult.Fail, Severity: Severity.Error }).ToList();

        Assert.True(failed.Count == broken, string.Join('\n', failed.Select(diagnostic => $"{diagnostic.Rule} {diagnostic.Message}")));
    }

    /// <summary>The faults of the form, the cells and the sums.</summary>
    [Theory]
    [InlineData("jining-miit-2020.txt", "R001 s4, R005 t3.not_processed_excessive, R006 t3.*.social_welfare_org, R006 t3.*.legal_service_org, R007 t4, R009 t3.refused, R014 t2.art20_9.centralized_procurement.procurement_amount, R046 t2.art20_1.normative_documents.public_total")]
    [InlineData("tongjiang-2020.txt", "R013 t2.art20_5.admin_licensing.items_change, R017 lead, R019 lead")]
    [InlineData("jiyang-2022.txt", "R012 t2.art20_1.rules.issued_this_year, R012 t2.art20_5.admin_licensing.decisions, R012 t2.art20_6.admin_penalty.decisions, R012 t2.art20_8.admin_fees.fee_amount_wan, R016 title, R017 lead, R020 s1, R020 s1")]
    [InlineData("jiaxiang-commerce-2020.txt", "R003 s5, R003 s6")]
    [InlineData("jining-science-2020.txt", "R019 s5, R046 t2.art20_1.normative_documents.public_total")]
    [InlineData("pingtan-2022.txt", "")]
    [InlineData("hangzhou-style-2025.html", "")]
    [InlineData("huaian-2024.pdf", "")]
    [InlineData("hongze-2024.pdf", "R002 t3.other_handling, R005 t3.other_no_supplement")]
    public void Find_the_faults_that_were_found_by_hand_and_no_others(string file, string faults)
    {
        var failed = Check(file)
            .Where(diagnostic => diagnostic.Result == CheckResult.Fail && string.CompareOrdinal(diagnostic.Rule, "R047") < 0)
            .Select(diagnostic => $"{diagnostic.Rule} {diagnostic.At[0]}");

        Assert.Equal(faults, string.Join(", ", failed));
    }

    [Fact]
    public void Leave_sums_over_lost_rows_undecided()
    {
        var undecided = Check("jining-miit-2020.txt").Where(diagnostic => diagnostic.Result == CheckResult.NotAssessable).ToDictionary(diagnostic => diagnostic.Rule, diagnostic => diagnostic.At.Count);

        Assert.Equal(6, undecided["R021"]);
        Assert.Equal(6, undecided["R022"]);
        Assert.Equal(5, undecided["R023"]);
        Assert.Equal(2, undecided["R024"]);
    }

    private static IReadOnlyList<Diagnostic> Check(string file) =>
        Checker.Check(new Subject(ReportReader.Read(File.ReadAllBytes(PathOf(file)), file).Single())).Diagnostics;

    private static string PathOf(string file)
    {
        var real = Environment.GetEnvironmentVariable("GONGKAI_REAL_DOCUMENTS");
        Assert.SkipUnless(real is not null, "GONGKAI_REAL_DOCUMENTS is not set");
        return Path.Combine(real!, "data", "annual-reports", file);
    }
}
