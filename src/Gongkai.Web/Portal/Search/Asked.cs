using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Search;

namespace Gongkai.Web.Portal.Search;

/// <summary>检索地址: the question as it stands in an address; the same words for the page and for programs.</summary>
public static class Asked
{
    /// <exception cref="RefusedException">A value is none that is known.</exception>
    public static SearchRequest Read(IQueryCollection query)
    {
        string? Value(string name) => query[name].ToString() is { Length: > 0 } value ? value.Trim() : null;
        var (from, to) = (Day(Value("from"), "from"), Day(Value("to"), "to"));
        if (from > to)
            throw new RefusedException("公开日期的起始日期不能晚于截止日期。", "from");
        return new SearchRequest
        {
            Text = query["q"].ToString(),
            Match = Word<SearchMatch>(Value("match"), "match") ?? SearchMatch.Auto,
            Body = Value("body"),
            Level = Word<Level>(Value("level"), "level"),
            Kind = Word<Publishing.DocumentKind>(Value("kind"), "kind"),
            Topic = Value("topic"),
            Column = Value("column"),
            Validity = Word<Publishing.Validity>(Value("validity"), "validity"),
            Year = Number(Value("year"), "year"),
            From = from,
            To = to,
            ByDate = Value("sort") switch
            {
                null or "relevance" => false,
                "date" => true,
                _ => throw new RefusedException("sort 应当是：relevance、date。", "sort"),
            },
            Page = Number(Value("page"), "page") ?? 1,
            Size = Number(Value("size"), "size") ?? 10,
            WithFacets = Value("facets") is "1" or "true",
        };
    }

    private static T? Word<T>(string? word, string field)
        where T : struct, Enum =>
        word is null ? null : Enum.GetValues<T>().Any(value => Words.Of(value) == word) ? Words.Parse<T>(word) : throw new RefusedException($"{field} 应当是：{string.Join("、", Enum.GetValues<T>().Select(Words.Of))}。", field);

    private static int? Number(string? text, string field) =>
        text is null ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new RefusedException($"{field} 应当是数字。", field);

    private static DateOnly? Day(string? text, string field) =>
        text is null ? null : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new RefusedException($"{field} 应当是日期，例如 2026-03-01。", field);
}
