using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Formats;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Reading.Html;

namespace Gongkai.Publishing;

/// <summary>自动识别的要素: what a document says of itself: labelled lines of a site's page, or the places where an official document has them (GB/T 9704).</summary>
public static partial class FoundParticulars
{
    private const int LinesAtHead = 40;
    private const int LongestTitle = 200;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("。；：！？，");

    private static readonly (string Field, string[] Labels)[] s_labels =
    [
        ("title", ["名称", "标题", "信息名称"]),
        ("number", ["发文字号", "文号", "文件编号"]),
        ("issuer", ["发文机关", "发布机构", "发文单位", "公开责任部门", "来源"]),
        ("created", ["成文日期", "生成日期", "发文日期", "印发日期"]),
        ("topic", ["主题分类"]),
        ("effective", ["实施日期", "施行日期", "生效日期"]),
        ("expires", ["失效日期", "有效期至", "废止日期"]),
        ("summary", ["内容概述"]),
        ("keywords", ["主题词", "关键词"]),
    ];

    /// <summary>Fills what is found in a file; the rest stays empty for a person. The text is the whole document.</summary>
    /// <exception cref="UnreadableFileException">The file cannot be read.</exception>
    /// <exception cref="ProgramMissingException">Its format needs a program that is not installed.</exception>
    public static DocumentContent In(byte[] content, string fileName)
    {
        var source = DocumentReader.Read(content, fileName);
        var lines = source.Blocks.SelectMany(Lines).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var onPage = source.Format == SourceFormat.Html ? PageParticulars.Read(content) : [];
        var labelled = Labelled(onPage.Select(pair => $"{pair.Label}：{pair.Value}").Concat(lines.Take(LinesAtHead)));
        var body = lines.FindAll(line => !IsLabel(line));
        var signature = Signature(body);
        return new DocumentContent
        {
            Title = labelled.GetValueOrDefault("title") ?? TitleIn(body) ?? source.Title ?? "",
            DocumentNumber = Number(labelled.GetValueOrDefault("number")) ?? body.Take(LinesAtHead).Select(line => line.Length < 60 ? Number(line) : null).FirstOrDefault(number => number is not null),
            Issuer = labelled.GetValueOrDefault("issuer") ?? signature?.Issuer,
            CreatedOn = Day(labelled.GetValueOrDefault("created")) ?? signature?.On,
            // A page of another site may class by words of its own; then a person chooses.
            Topic = labelled.GetValueOrDefault("topic")?.Replace('/', '\\') is { } topic && DocumentRule.IsTopic(topic) ? topic : null,
            EffectiveOn = Day(labelled.GetValueOrDefault("effective")),
            ExpiresOn = Day(labelled.GetValueOrDefault("expires")),
            Summary = labelled.GetValueOrDefault("summary"),
            Keywords = labelled.GetValueOrDefault("keywords"),
            Html = NeutralHtml.Of(source.Blocks.Where(block => block is not TextLine line || !IsLabel(line.Text.Trim()))),
        };
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        TextLine line => line.Text.Split('\n'),
        Table { Rows.Count: <= 12 } table => table.Rows.SelectMany(row => Pairs([.. row.Cells.Select(cell => cell.Text.Trim())])),
        _ => [],
    };

    /// <summary>Label and value in cells side by side, as sites set them above an article.</summary>
    private static IEnumerable<string> Pairs(string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i + 1 < cells.Length && cells[i].TrimEnd('：', ':', ' ') is var label && Array.Exists(s_labels, known => known.Labels.Contains(Squeezed(label))))
                yield return $"{Squeezed(label)}：{cells[++i]}";
            else
                yield return cells[i];
        }
    }

    private static Dictionary<string, string> Labelled(IEnumerable<string> lines)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in lines.SelectMany(line => Label().Matches(line)))
        {
            var label = Squeezed(match.Groups["label"].Value);
            var value = match.Groups["value"].Value.Trim();
            if (value.Length is > 0 and <= LongestTitle && Array.Find(s_labels, known => known.Labels.Contains(label)).Field is { } field)
                found.TryAdd(field, value);
        }

        return found;
    }

    private static bool IsLabel(string line) => line.Length < 400 && Label().Match(line) is { Success: true, Index: 0 };

    /// <summary>The lines at the head up to the one that ends a title; a title may be set in several lines.</summary>
    private static string? TitleIn(List<string> body)
    {
        var title = "";
        foreach (var line in body.Take(12).SkipWhile(line => IsHeadMatter(line)))
        {
            if (line.Length > 80 || IsHeadMatter(line) || line.EndsWith('。') || line.EndsWith('：'))
                break;
            title += line;
            if (TitleEnd().IsMatch(line) || title.Length > LongestTitle)
                break;
        }

        return title.Length is > 3 and <= LongestTitle ? title : null;
    }

    private static bool IsHeadMatter(string line) => Number(line) is not null || line.EndsWith("文件", StringComparison.Ordinal) || DayAlone().IsMatch(line) || line.Length < 4 || line.StartsWith("（此件", StringComparison.Ordinal);

    /// <summary>Issuer and date under the text: the first such pair, for what follows it are annexes.</summary>
    private static (string Issuer, DateOnly? On)? Signature(List<string> body)
    {
        for (var at = 1; at < body.Count; at++)
        {
            if (DayAlone().IsMatch(body[at]) && Squeezed(body[at - 1]) is { Length: >= 3 and <= 40 } issuer && !issuer.AsSpan().ContainsAny(s_marks))
                return (issuer, Day(body[at]));
        }

        return null;
    }

    private static string? Number(string? line) => line is not null && DocumentNumber().Match(line) is { Success: true } match ? match.Value.Replace('[', '〔').Replace(']', '〕').Replace('（', '〔').Replace('）', '〕').Replace(" ", "", StringComparison.Ordinal) : null;

    private static DateOnly? Day(string? text)
    {
        if (text is null || Date().Match(text) is not { Success: true } match)
            return null;
        int Of(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var (year, month, day) = (Of("y"), Of("m"), Of("d"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static string Squeezed(string label) => label.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<label>名\s*称|标\s*题|信息名称|发文字号|文\s*号|文件编号|发文机关|发布机构|发文单位|公开责任部门|来\s*源|成文日期|生成日期|发文日期|印发日期|发布日期|发布时间|公开日期|主题分类|实施日期|施行日期|生效日期|失效日期|有效期至|废止日期|内容概述|主题词|关键词|索\s*引\s*号|有\s*效\s*性|体裁分类|公开方式)\s*[：:]\s*(?<value>.*?)(?=\s+[\u4e00-\u9fa5\s]{2,6}[：:]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"[\u4e00-\u9fa5]{1,16}\s?[〔\[（]\d{4}[〕\]）]\s?\d{1,5}\s?号", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"(?<y>(19|20)\d{2})\s*[年./-]\s*(?<m>\d{1,2})\s*[月./-]\s*(?<d>\d{1,2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayAlone();

    [GeneratedRegex("(通知|意见|办法|规定|方案|决定|公告|通告|批复|报告|函|规划|细则|条例|公示|计划|措施|指南|规则)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleEnd();
}
