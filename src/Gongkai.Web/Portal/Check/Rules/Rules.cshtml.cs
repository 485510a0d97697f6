using Gongkai.AnnualReports.Checking;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Check.Rules;

/// <summary>检查规则: all rules by what they look at.</summary>
public sealed class RulesModel : PageModel
{
    private static readonly (string Title, string From, string To)[] s_chapters =
    [
        ("结构和填写", "R001", "R020"),
        ("表三：申请的收到和处理", "R021", "R032"),
        ("表四：行政复议、行政诉讼", "R033", "R038"),
        ("表二：主动公开", "R039", "R046"),
        ("文字与表格", "R047", "R067"),
        ("文字本身", "R068", "R072"),
        ("前后年度", "R073", "R080"),
        ("公布", "R081", "R999"),
    ];

    public IReadOnlyList<RuleDescriptor> Rules { get; } = [.. Checker.Rules.Select(rule => rule.Descriptor)];

    public IEnumerable<RuleChapter> Chapters =>
        from chapter in s_chapters
        let rules = Rules.Where(rule => string.CompareOrdinal(rule.Id, chapter.From) >= 0 && string.CompareOrdinal(rule.Id, chapter.To) <= 0).ToList()
        where rules.Count > 0
        select new RuleChapter(chapter.From, chapter.Title, rules);
}

/// <summary>A chapter of the list.</summary>
public sealed record RuleChapter(string Key, string Title, IReadOnlyList<RuleDescriptor> Rules);
