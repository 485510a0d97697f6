using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.Web.Portal.Check.Rules;

/// <summary>例: a test block of a rule's page, drawn for people: the cells it names, the words it quotes, what the rule says of them.</summary>
public sealed partial record RuleExample(string Kind, string Edition, IReadOnlyList<ExampleCell> Cells, IReadOnlyList<ExampleText> Texts) : RulePart
{
    public string Verdict => Kind switch
    {
        "wrong" => "有问题",
        "right" => "通过",
        _ => "无法判断",
    };

    /// <summary>Signal of the verdict.</summary>
    public string Signal => Kind switch
    {
        "wrong" => "error",
        "right" => "good",
        _ => "unknown",
    };

    public static RuleExample Of(string arguments, string lines)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var form = Form.Of(words.FirstOrDefault());
        return new RuleExample(words.ElementAtOrDefault(1) ?? "right", form?.Name ?? "不是官方格式", [.. CellsOf(lines, form, "")], [.. YearOf(words)]);
    }

    public RuleExample With(string info, string arguments, string lines) => info switch
    {
        "previous" => this with { Cells = [.. Cells, .. CellsOf(lines, Form.All.FirstOrDefault(form => form.Name == Edition), "上一年　")] },
        "text" => this with { Texts = [.. Texts, new ExampleText(Section(arguments), lines)] },
        "previous-text" => this with { Texts = [.. Texts, new ExampleText("上一年" + Section(arguments), lines)] },
        "facts" => this with { Texts = [.. Texts, new ExampleText("已知事实", lines)] },
        _ => this with { Texts = [.. Texts, .. lines.Split('\n').Select(line => Quoted().Match(line)).Where(match => match.Success).Select(match => new ExampleText("原件写着", match.Groups["words"].Value))] },
    };

    private static IEnumerable<ExampleText> YearOf(string[] words) => words.Skip(2).Select(word => word.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => new ExampleText(
        pair[0] switch { "year" => "年度", "organ" => "机关", "title" => "标题", _ => pair[0] }, pair[1]));

    private static IEnumerable<ExampleCell> CellsOf(string lines, Form? form, string before)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at < 0)
                continue;
            var path = line[..at].Trim();
            var value = line[(at + 1)..].Trim();
            var isMarked = value.StartsWith("[|", StringComparison.Ordinal);
            if (isMarked)
                value = value[2..].Replace("|]", "", StringComparison.Ordinal).Trim();
            yield return new ExampleCell(before + (form?.Find(path)?.Name ?? Named(path)), Said(value), isMarked);
        }
    }

    private static string Named(string path) => path switch { "year" => "年度", "organ" => "机关", "title" => "标题", _ => path };

    private static string Section(string arguments) => arguments.Trim() switch
    {
        "lead" => "引言",
        "s1" => "第一部分",
        "s2" => "第二部分",
        "s3" => "第三部分",
        "s4" => "第四部分",
        "s5" => "第五部分",
        "s6" => "第六部分",
        _ => "文字",
    };

    private static string Said(string value)
    {
        var words = value.Split(' ', 2, StringSplitOptions.TrimEntries);
        var said = words[0] switch
        {
            "missing" => "缺",
            "blank" => "空",
            "none" => "无",
            "slash" => "／",
            "ambiguous" => string.Join(" 或 ", (words.ElementAtOrDefault(1) ?? "").Split('|')),
            _ => words[0],
        };
        return Raw().Match(value) is { Success: true } raw ? $"{said}（写作 {raw.Groups["words"].Value}）" : said;
    }

    [GeneratedRegex("raw \"(?<words>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Raw();

    [GeneratedRegex("\"(?<words>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();
}

/// <summary>A cell of an example.</summary>
public sealed record ExampleCell(string Name, string Value, bool IsMarked);

/// <summary>Words of an example; `[| |]` marks those that the rule points at.</summary>
public sealed record ExampleText(string Where, string Words)
{
    /// <summary>The words, cut at the marks.</summary>
    public IEnumerable<(string Text, bool IsMarked)> Pieces()
    {
        var rest = Words;
        while (rest.IndexOf("[|", StringComparison.Ordinal) is var start and >= 0 && rest.IndexOf("|]", start, StringComparison.Ordinal) is var end and >= 0)
        {
            yield return (rest[..start], false);
            yield return (rest[(start + 2)..end].Trim(), true);
            rest = rest[(end + 2)..];
        }

        yield return (rest, false);
    }
}
