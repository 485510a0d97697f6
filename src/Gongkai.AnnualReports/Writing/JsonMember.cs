using System.Text.Json;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Writing;

/// <summary>JSON 成员: an element with its path, so that a message can name it.</summary>
internal readonly struct JsonMember(JsonElement? element, string path, string? key = null)
{
    public string Path => path;

    /// <summary>Name of the member, which may hold dots itself.</summary>
    public string Key => key ?? path;

    public JsonValueKind Kind => element?.ValueKind ?? JsonValueKind.Undefined;

    /// <summary>False when absent or null, which means the same here.</summary>
    public bool IsThere => Kind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public JsonMember this[string name]
    {
        get
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            if (!IsThere)
                return new JsonMember(null, inner);
            MustBe(JsonValueKind.Object);
            return new JsonMember(element!.Value.TryGetProperty(name, out var found) ? found : null, inner);
        }
    }

    public string? Text(string name) => this[name] is { IsThere: true } member ? member.AsText() : null;

    public string NeededText(string name) => Text(name) ?? throw this[name].Wrong("不能为空");

    public bool Flag(string name) => this[name].Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null or JsonValueKind.Undefined => false,
        _ => throw this[name].Wrong("应为 true 或 false"),
    };

    /// <summary>The members of an object; none when it is absent or null.</summary>
    /// <param name="keepNulls">True to give members whose value is null as well.</param>
    public IEnumerable<JsonMember> Members(bool keepNulls = false)
    {
        if (!IsThere)
            return [];
        MustBe(JsonValueKind.Object);
        var prefix = path.Length == 0 ? "" : path + ".";
        return element!.Value.EnumerateObject().Where(member => keepNulls || member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => new JsonMember(member.Value, prefix + member.Name, member.Name));
    }

    public IEnumerable<JsonMember> Items(string name)
    {
        var list = this[name];
        if (!list.IsThere)
            return [];
        list.MustBe(JsonValueKind.Array);
        return list.Elements();
    }

    public IEnumerable<JsonMember> Objects(string name)
    {
        foreach (var item in Items(name))
        {
            item.MustBe(JsonValueKind.Object);
            yield return item;
        }
    }

    public string AsText()
    {
        MustBe(JsonValueKind.String);
        return element!.Value.GetString()!;
    }

    public decimal AsFigure()
    {
        MustBe(JsonValueKind.Number);
        return element!.Value.TryGetDecimal(out var figure) ? figure : throw Wrong("的数字太大");
    }

    public SourcePlace? AsPlace() => !IsThere ? null
        : new SourcePlace(Count("page"), Count("line"), Count("paragraph"), Count("table"), Count("row"), Count("column"), Text("text"));

    public void MustBe(JsonValueKind kind)
    {
        if (Kind != kind)
            throw Wrong($"应为{Name(kind)}，实际为{Name(Kind)}");
    }

    public UnreadableFileException Wrong(string what) =>
        new(path.Length == 0 ? $"不是年度报告 JSON：整个文件{what}" : $"年度报告 JSON 有误：成员 {path} {what}");

    private int? Count(string name) => this[name] is not { IsThere: true } member ? null
        : member.AsFigure() is >= 1 and <= int.MaxValue and var number && number == decimal.Truncate(number) ? (int)number : throw member.Wrong("应为正整数");

    private IEnumerable<JsonMember> Elements()
    {
        var outer = path;
        return element!.Value.EnumerateArray().Select((item, index) => new JsonMember(item, $"{outer}[{index}]"));
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "对象",
        JsonValueKind.Array => "数组",
        JsonValueKind.String => "文字",
        JsonValueKind.Number => "数字",
        JsonValueKind.True or JsonValueKind.False => "是非值",
        _ => "空",
    };
}
