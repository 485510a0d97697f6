using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Checking.Text;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Tests.Claims;

/// <summary>恶意文字: text made to be slow is read to its end, and the number of claims stays bounded.</summary>
public sealed class HostileTextTests
{
    private const int Characters = 200_000;

    public static TheoryData<string> Pieces => ["收到政府信息公开申请5件", "其中", "（其中5件", "1,", "九", "《", "均", "行政复议、", "2021年结转", "，", "共35条，其中1条，", "占5%，", "\n", "申请5件（", "分别为", "未收到", "百分之", "、提案5件", "。（一）"];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Is_read_to_its_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Characters / piece.Length));
        var report = new Report(Form.F2021) { Organ = "云泽市科学技术局", Year = 2022, Narrative = ClaimText.Narrative(text) };

        Assert.InRange(ClaimReader.Read(report.Narrative, Form.F2021).Count, 0, 2100);
        Assert.NotNull(Checker.Check(new Subject(report), TextRules.All));
    }
}
