using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading.Claims;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Claims;

/// <summary>文中数字: what the sentences of `sentences.txt` count.</summary>
public sealed class ClaimReaderTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Sentences()
    {
        var lines = File.ReadAllLines(RepositoryFiles.At("tests", "Gongkai.AnnualReports.Tests", "Claims", "sentences.txt"));
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (!lines[i + 1].StartsWith("=>", StringComparison.Ordinal))
                continue;
            var hasSection = lines[i].Length > 3 && lines[i][0] == 's' && lines[i][2] == ' ';
            yield return new TheoryDataRow<string, string, string>(hasSection ? lines[i][..2] : "s1", hasSection ? lines[i][3..] : lines[i], lines[i + 1][2..].Trim()) { TestDisplayName = $"sentences.txt:{i + 1}" };
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Reads_what_a_sentence_counts(string section, string sentence, string claims) =>
        Assert.Equal(claims, ClaimText.Of(sentence, section: section));

    [Fact]
    public void Keeps_clause_and_section()
    {
        var claim = Assert.Single(ClaimText.Read("（二）依申请公开。全年收到政府信息公开申请5件，同比增长25%。"));

        Assert.Equal("全年收到政府信息公开申请5件", claim.Text);
        Assert.Equal("t3.received_new.total", claim.Counts);
        Assert.Equal("R047", claim.Rule);
        Assert.Equal("s1", claim.Section);
    }

    [Fact]
    public void Points_at_the_line_of_a_joined_paragraph()
    {
        var paragraph = new NarrativeParagraph(
            "（二）依申请公开。2022年，全年收到政府信息公开申请5件。",
            [(0, new SourcePlace(Page: 1, Line: 8)), (16, new SourcePlace(Page: 1, Line: 9))]);

        var claim = Assert.Single(ClaimReader.Read(new Narrative([new NarrativeSection("s1", null, [paragraph])]), Form.F2021));

        Assert.Equal(9, claim.Source?.Line);
        Assert.Equal("全年收到政府信息公开申请5件", claim.Source?.Text);
    }

    [Fact]
    public void Reads_other_handling_as_one_row_in_the_trial_form() =>
        Assert.Contains(
            ClaimReader.Read(ClaimText.Narrative("全年收到政府信息公开申请5件，其他处理1件。"), Form.Trial2019),
            claim => claim is { Counts: "t3.other_handling.total", Figure: 1 });
}
