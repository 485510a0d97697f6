using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Participation;
using Gongkai.Publishing;
using Gongkai.Reviews;

namespace Gongkai.Web.Office.Records;

/// <summary>项目的值: words, days and moments as people read them; ids are left to whoever knows the things.</summary>
public static partial class FieldValues
{
    private static readonly Dictionary<Type, IReadOnlyDictionary<string, string>> s_words = new()
    {
        [typeof(BodyKind)] = Of<BodyKind>(kind => kind.Name),
        [typeof(Level)] = Of<Level>(level => level.Name),
        [typeof(BodyState)] = Of<BodyState>(state => state.Name),
        [typeof(BodyEventKind)] = Of<BodyEventKind>(what => what.Name),
        [typeof(Role)] = Of<Role>(role => role.Name),
        [typeof(CheckedWordKind)] = Of<CheckedWordKind>(kind => kind == CheckedWordKind.Misspelling ? "错别字" : "名称不规范"),
        [typeof(FindingSeverity)] = Of<FindingSeverity>(severity => severity switch { FindingSeverity.Hint => "提示", FindingSeverity.Warning => "应当处理", _ => "不处理不得公开" }),
        [typeof(Gate)] = Of<Gate>(gate => gate.Name),
        [typeof(RemarkedPlace)] = Of<RemarkedPlace>(place => place.Name),
        [typeof(ReviewState)] = Of<ReviewState>(state => state.Name),
        [typeof(Verdict)] = Of<Verdict>(verdict => verdict == Verdict.Approve ? "同意" : "退回"),
        [typeof(SecrecyConclusion)] = Of<SecrecyConclusion>(conclusion => conclusion switch
        {
            SecrecyConclusion.MayBePublished => "可以公开",
            SecrecyConclusion.AfterDeletion => "删减后公开",
            SecrecyConclusion.MayNot => "不得公开",
            _ => "报请确定",
        }),
        [typeof(DocumentState)] = Of<DocumentState>(state => state.Name),
        [typeof(PublicFindingState)] = Of<PublicFindingState>(state => state.Name),
        [typeof(DisclosureAttribute)] = Of<DisclosureAttribute>(attribute => attribute.Name),
        [typeof(SecrecyLevel)] = Of<SecrecyLevel>(level => level.Name),
        [typeof(ThirdPartyAnswer)] = Of<ThirdPartyAnswer>(answer => answer.Name),
        [typeof(OpennessStage)] = Of<OpennessStage>(stage => stage.Name),
        [typeof(DocumentKind)] = Of<DocumentKind>(kind => kind.Name),
        [typeof(InterpretationForm)] = Of<InterpretationForm>(form => form.Name),
        [typeof(RetentionPeriod)] = Of<RetentionPeriod>(period => period.Name),
        [typeof(DocumentEvent)] = Of<DocumentEvent>(happened => happened.Name),
        [typeof(ColumnContent)] = Of<ColumnContent>(content => content switch
        {
            ColumnContent.Columns => "下级栏目",
            ColumnContent.Guide => "公开指南",
            ColumnContent.Documents => "公开事项",
            ColumnContent.Reports => "年度报告",
            _ => "依申请公开的入口",
        }),
        [typeof(DayUnit)] = Of<DayUnit>(unit => unit switch { DayUnit.WorkingDays => "工作日", DayUnit.CalendarDays => "日", _ => "及时" }),
        [typeof(FaultKind)] = Of<FaultKind>(kind => kind.Name),
    };

    /// <summary>Words that stand in notes and in columns of text.</summary>
    private static readonly Dictionary<string, Type[]> s_columnWords = new()
    {
        ["gates"] = [typeof(Gate)],
        ["role"] = [typeof(Role)],
        ["rule_kinds"] = [typeof(DocumentKind)],
        ["applies_to"] = [typeof(DocumentKind)],
        ["events"] = [typeof(DocumentEvent)],
        ["attribute"] = [typeof(DisclosureAttribute)],
        ["kind"] = [typeof(DocumentKind)],
        ["waits_for"] = [typeof(Role)],
    };

    private static readonly Dictionary<string, string> s_noteWords = new()
    {
        ["method:password"] = "口令",
        ["method:authenticator"] = "动态口令",
        ["method:recovery_code"] = "备用码",
        ["method:passkey"] = "通行密钥",
        ["method:city"] = "统一身份认证",
        ["method:link"] = "一次性链接",
        ["because:password"] = "口令错误",
        ["because:code"] = "动态口令错误",
        ["because:locked"] = "账号已锁定",
        ["because:unknown_login"] = "没有这个登录名",
        ["because:no_way_in"] = "账号不能登录",
        ["because:city_unknown"] = "统一身份没有对应的账号",
        ["because:passkey"] = "通行密钥不符",
        ["because:change_password"] = "更改口令时口令错误",
        ["what:officers"] = "人员名单",
        ["subject_kind:document"] = "公开事项",
        ["applies_to:migration"] = "迁移",
    };

    public static bool Knows(Type word) => s_words.ContainsKey(word);

    /// <param name="column">The column, or the member of a note.</param>
    /// <param name="type">What the model holds there; null where it is no column of it.</param>
    /// <param name="text">As it is stored.</param>
    public static string Said(string column, Type? type, string text)
    {
        if (s_noteWords.GetValueOrDefault($"{column}:{text}") is { } said)
            return said;
        if (type is not null && s_words.GetValueOrDefault(type)?.GetValueOrDefault(text) is { } word)
            return word;
        if (column == "step" && Procedure.Steps.FirstOrDefault(step => step.Id == text) is { } step)
            return step.Name;
        if (column is "article20_item" or "rule_items")
            return string.Join("、", Parts(text).Select(key => Classes.Item(key)?.Label ?? key));
        if (column == "updated_as" && Thresholds.All.FirstOrDefault(threshold => threshold.Key == text) is { } threshold)
            return threshold.Name;
        if (s_columnWords.GetValueOrDefault(column) is { } types && Parts(text) is { Length: > 0 } words && Array.TrueForAll(words, one => types.Any(known => s_words[known].ContainsKey(one))))
            return string.Join("、", words.Select(one => types.Select(known => s_words[known].GetValueOrDefault(one)).OfType<string>().First()));
        if (Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return Shell.Dates.Moment(moment);
        if (Day().IsMatch(text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return $"{day:yyyy年M月d日}";
        return Digest().IsMatch(text) ? $"校验值 {text[..12]}…" : text;
    }

    /// <summary>Lists are stored as words between commas or lines, or as JSON.</summary>
    private static string[] Parts(string text) => text.Split([',', '\n', '[', ']', '"', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string> Of<T>(Func<T, string> name)
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => Words.Of(value), name);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|\+00:00)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instant();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digest();
}
