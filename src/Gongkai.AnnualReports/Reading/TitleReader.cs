using System.Globalization;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Reading;

/// <summary>标题、机关、年份: who reports on which year, from the title, the stated period, the text, the signature and, last, the file name.</summary>
internal static class TitleReader
{
    private static readonly string[] s_organEnds =
    [
        "人民政府办公室", "人民政府办公厅", "人民政府", "管理委员会", "管委会", "委员会", "办事处", "办公室", "办公厅", "管理局", "监督管理局", "分局", "总局", "局", "厅", "部", "委", "院", "署", "中心",
        "总队", "支队", "大队", "公司", "集团", "学校", "大学", "街道", "镇", "乡", "馆", "站", "处", "所", "会", "社", "园区", "开发区", "实验区", "新区", "示范区", "区", "市", "县", "州", "盟", "旗", "省",
    ];

    private static readonly System.Buffers.SearchValues<char> s_places = System.Buffers.SearchValues.Create("省市县区州盟旗");

    internal sealed record Heading(string? Organ, int? Year, string? Title, DateOnly? PublishedOn, string? Url);

    public static Heading Read(IReadOnlyList<Segment> lead, IReadOnlyList<Segment> all, NeutralDocument document, bool wholeFile)
    {
        var (title, organ, year) = FromTitle(lead);
        if (title is null && wholeFile && document.Title is { } property && Title(Normal.Tight(property)) is { } fromProperty)
            (title, organ, year) = fromProperty;

        var text = new Lazy<string>(() => Normal.Tight(all.Where(segment => !segment.IsCell)));
        var leadText = Normal.Tight(lead);
        var fileName = wholeFile ? Path.GetFileNameWithoutExtension(document.Name) : "";
        year ??= PeriodYear(leadText) ?? PeriodYear(text.Value) ?? MostNamedYear(text.Value) ?? YearIn(fileName);
        organ ??= Signature(all) ?? MostNamedOrgan(text.Value) ?? (Title(Normal.Tight(fileName)) is { } named ? named.Organ : null);

        var published = Regexes.Published().Match(leadText);
        return new Heading(organ, year, title, published.Success ? Date(published.Groups["date"].Value) : null,
            lead.Where(segment => segment.Text.Contains("://", StringComparison.Ordinal)).Select(segment => Regexes.Address().Match(segment.Text)).FirstOrDefault(match => match.Success)?.Value);
    }

    /// <summary>The lead without the title and without what stands before it: navigation, sheet names.</summary>
    public static List<Segment> WithoutTitle(List<Segment> lines, string title)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var text = "";
            for (var n = 1; n <= 4 && i + n <= lines.Count && text.Length < title.Length; n++)
            {
                text += Normal.Tight(lines[i + n - 1].Text);
                if (text == title && lines[i].Text.Trim().Length > 0)
                    return [.. lines.Skip(i + n)];
            }
        }

        return lines;
    }

    /// <summary>True for text that holds the words of a title.</summary>
    public static bool IsTitleLike(string text) => text.Length < 80 && text.Contains('公', StringComparison.Ordinal) && text.Contains('报', StringComparison.Ordinal) && Regexes.TitleWords().IsMatch(Normal.Tight(text));

    private static (string? Title, string? Organ, int? Year) FromTitle(IReadOnlyList<Segment> lead)
    {
        var lines = lead.Where(segment => segment.Text.Trim().Length > 0).ToList();
        (string? Title, string? Organ, int? Year) best = default;
        var fewest = int.MaxValue;
        for (var i = 0; i < lines.Count; i++)
        {
            // A title is broken over up to three lines; one that stands in fewer lines is surer.
            for (var n = 1; n <= 3 && i + n <= lines.Count; n++)
            {
                var part = lines.Skip(i).Take(n).ToList();
                if (part.Any(line => line.Text.Trim().Length > 60 || line.Text.Contains('。', StringComparison.Ordinal)))
                    break;
                if (Title(string.Concat(part.Select(line => Normal.Tight(line.Text)))) is not { } found)
                    continue;
                if (found.Organ is null && i > 0 && OrganLine(Normal.Tight(lines[i - 1].Text)) is { } above)
                    found = (above + found.Title, above, found.Year);
                var complete = found is { Organ: not null, Year: not null };
                if (best.Title is null || (complete && (best.Organ is null || best.Year is null || n < fewest)))
                    (best, fewest) = (found, n);
                break;
            }
        }

        return best;
    }

    /// <summary>Organ and year of a title written without spaces; null when it is none.</summary>
    private static (string? Title, string? Organ, int? Year)? Title(string text)
    {
        if (text.Length > 90 || !text.Contains('报', StringComparison.Ordinal) || Regexes.TitleWords().Match(text) is not { Success: true } words)
            return null;
        // 《…年度报告格式》 and sentences about the report are no titles.
        var rest = text.AsSpan(words.Index + words.Length);
        if (rest.Length > 0 && Normal.IsHan(rest[0]) || rest.Length > 30)
            return null;
        var colon = text.LastIndexOfAny([':', '>', '|', '_', '《'], Math.Max(0, words.Index - 1));
        var head = text[(colon + 1)..words.Index];
        var end = words.Index + words.Length;
        var year = Regexes.Year().Matches(head).LastOrDefault();
        var value = year is null ? null : YearOf(year.Groups["year"].Value);
        if (year is null && Regexes.Year().Match(text[end..]) is { Success: true } after && after.Index < 4)
            value = YearOf(after.Groups["year"].Value);
        // The organ ends where the year begins, or where "关于" or the fixed words begin.
        var organ = (year is null ? head : year.Index == 0 ? head[(year.Index + year.Length)..] : head[..year.Index]).Trim("关于的、,.()-—·# *".ToCharArray());
        organ = organ.StartsWith("标题", StringComparison.Ordinal) ? organ[2..] : organ;
        return (text[(colon + 1)..end], organ.Length is >= 2 and <= 40 && Normal.HanOnly(organ).Length >= 2 ? organ : null, value);
    }

    private static string? OrganLine(string line) =>
        line.Length is >= 3 and <= 40 && line.All(c => Normal.IsHan(c) || c is '(' or ')') && s_organEnds.Any(end => line.EndsWith(end, StringComparison.Ordinal)) ? line : null;

    private static string? Signature(IReadOnlyList<Segment> all)
    {
        var lines = all.Where(segment => !segment.IsCell && segment.Text.Trim().Length > 0).TakeLast(4).Select(segment => Normal.Tight(segment.Text)).ToList();
        return lines.Select(OrganLine).LastOrDefault(organ => organ is not null);
    }

    /// <summary>The organ that the text names most often with its place name: …市…区…局.</summary>
    private static string? MostNamedOrgan(string text)
    {
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && Normal.IsHan(text[i - 1]) && !"由是与和按据对在经以".Contains(text[i - 1], StringComparison.Ordinal))
                continue;
            var length = 0;
            while (length < 26 && i + length < text.Length && Normal.IsHan(text[i + length]))
                length++;
            var run = text.AsSpan(i, length);
            var place = run.IndexOfAny(s_places);
            if (place is < 1 or > 7)
                continue;
            // The shortest run that ends like an organ and names more than a place.
            for (var l = place + 3; l <= run.Length; l++)
            {
                var candidate = run[..l].ToString();
                if (!s_organEnds.Take(29).Any(end => end.Length > 0 && candidate.EndsWith(end, StringComparison.Ordinal)) || l < run.Length && "部局委会".Contains(run[l], StringComparison.Ordinal))
                    continue;
                counts[candidate] = counts.GetValueOrDefault(candidate) + 1;
                break;
            }
        }

        return counts.Count == 0 ? null : counts.OrderByDescending(pair => pair.Value * Math.Min(pair.Key.Length, 14)).First() is { Value: >= 2 } most ? most.Key : null;
    }

    private static int? PeriodYear(string text) =>
        Regexes.Period().Match(text) is { Success: true } period ? YearOf(period.Groups["year"].Value) : null;

    private static int? MostNamedYear(string text)
    {
        var years = Regexes.Year().Matches(text).Where(match => match.Value.Contains('年', StringComparison.Ordinal)).Select(match => YearOf(match.Groups["year"].Value)).Where(year => year is >= 2008 and <= 2100).ToList();
        return years.Count == 0 ? null : years.GroupBy(year => year).OrderByDescending(group => group.Count()).First().Key;
    }

    private static int? YearIn(string fileName) => Regexes.Year().Match(fileName) is { Success: true } match ? YearOf(match.Groups["year"].Value) : null;

    private static int? YearOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return year;
        var digits = string.Concat(text.Select(c => c is '〇' or '零' ? '0' : (char)('0' + "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal))));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out year) ? year : null;
    }

    private static DateOnly? Date(string text)
    {
        var parts = text.Split(['-', '年', '月', '/', '.'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3 && DateOnly.TryParse($"{parts[0]}-{parts[1].PadLeft(2, '0')}-{parts[2].PadLeft(2, '0')}", CultureInfo.InvariantCulture, out var date) ? date : null;
    }
}
