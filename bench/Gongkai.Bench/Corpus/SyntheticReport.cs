using System.Text;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Tests.Reading;

namespace Gongkai.Bench.Corpus;

/// <summary>An imaginary report of a bureau of the fictional 云泽市, from a fixed seed: figures that hold and text of usual length.</summary>
internal sealed class SyntheticReport
{
    private const string Places = "东西南北上中下前后新旧大小长高平安宁清明和顺丰泰永";
    private const string Features = "溪湖山桥塘河坪岭泉滩";
    private static readonly string[] s_bureaus = ["科学技术局", "商务局", "水利局", "文化和旅游局", "统计局", "交通运输局", "民政局", "审计局", "教育局", "林业局"];
    private static readonly string[] s_deeds = ["完善公开目录", "更新公开指南", "整理规范性文件", "发布政策解读", "公开部门预算和决算", "开展业务培训", "检查网站栏目", "清理过期信息", "回应公众关切", "落实审查制度", "规范办理流程", "梳理权责清单"];
    private static readonly string[] s_ways = ["按照年度工作安排", "结合工作实际", "会同有关科室", "依托政府网站", "通过政务新媒体", "按季度", "对照工作要点", "根据群众意见"];
    private static readonly string[] s_ends = ["取得一定成效", "做到内容完整、更新及时", "方便群众查阅", "未发现泄密问题", "接受社会监督", "明确了责任人员", "形成了工作台账", "缩短了办理时间"];

    private SyntheticReport(int seed)
    {
        var random = new Random(seed);
        var place = $"{Places[seed % Places.Length]}{Features[seed / Places.Length % Features.Length]}";
        Organ = $"云泽市{place}县{s_bureaus[seed / (Places.Length * Features.Length) % s_bureaus.Length]}";
        Form = seed % 3 == 0 ? Form.Trial2019 : Form.F2021;
        Year = Form.Years.From + (seed % 2);
        Figures = SampleFigures.Of(Form, seed);
        Overview = [.. "主动公开 依申请公开 政府信息管理 平台建设 监督保障".Split(' ').Select((subject, i) => $"（{"一二三四五"[i]}）{subject}。{Sentences(random, 5)}")];
        Problems = Sentences(random, 6);
        Others = $"本年度未收取信息处理费。{Sentences(random, 2)}";
    }

    public string Organ { get; }

    public Form Form { get; }

    public int Year { get; }

    public SampleFigures Figures { get; }

    public IReadOnlyList<string> Overview { get; }

    public string Problems { get; }

    public string Others { get; }

    public string Title => $"{Organ}{Year}年政府信息公开工作年度报告";

    public string Lead => $"本报告由{Organ}编制，所列数据的统计期限为{Year}年1月1日至{Year}年12月31日。联系电话：0999-1234567。";

    public static IReadOnlyList<SyntheticReport> Many(int count, int firstSeed = 1) => [.. Enumerable.Range(firstSeed, count).Select(seed => new SyntheticReport(seed))];

    private static string Sentences(Random random, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append($"{Pick(s_ways)}{Pick(s_deeds)}，{Pick(s_deeds)}{random.Next(2, 90)}次，{Pick(s_ends)}。");
        return text.ToString();

        string Pick(string[] words) => words[random.Next(words.Length)];
    }
}
