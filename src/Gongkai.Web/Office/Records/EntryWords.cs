using System.Text.Json;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Web.Office.Records;

/// <summary>台账明细的话: notes and before and after of entries in the words of the office; what is sealed is opened only when it is asked for.</summary>
public sealed class EntryWords(GongkaiDb db, Things things, FieldProtection protection)
{
    private const string Closed = "（个人信息，已加密）";
    private const string SealedBegins = "gk1.";

    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();
    private Dictionary<string, string> _opened = [];
    private Dictionary<string, ILookup<string, IProperty>> _columns = [];

    /// <param name="details">Of some entries.</param>
    /// <param name="reveal">Whether sealed values are opened; whoever asks for it records it.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<IReadOnlyDictionary<long, SpokenEntry>> Of(IReadOnlyList<LedgerDetails> details, bool reveal, CancellationToken cancel)
    {
        var read = details.ToDictionary(one => one.Number, one => JsonSerializer.Deserialize<JsonElement>(one.Body));
        var texts = read.Values.SelectMany(Texts).ToList();
        _names = await things.NamesOf([.. texts.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()], cancel);
        List<string> closed = [.. texts.Where(IsSealed).Distinct()];
        _opened = reveal && closed.Count > 0 ? closed.Zip(await protection.Reveal([.. closed.Select(text => new Sealed(text))], cancel)).ToDictionary(pair => pair.First, pair => pair.Second) : [];
        _columns = db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null).GroupBy(type => type.GetTableName()!)
            .ToDictionary(group => group.Key, group => group.SelectMany(type => type.GetProperties()).ToLookup(property => property.GetColumnName()));
        return read.ToDictionary(one => one.Key, one => Spoken(one.Value));
    }

    /// <summary>What is sealed in one entry, with what it says.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Opened(LedgerDetails details, CancellationToken cancel)
    {
        await Of([details], reveal: true, cancel);
        return _opened;
    }

    private SpokenEntry Spoken(JsonElement body) => new(
        body.TryGetProperty("note", out var note) && note.ValueKind == JsonValueKind.Object ? [.. note.EnumerateObject().Select(member => (FieldNames.Note(member.Name), Said(member.Name, null, member.Value)))] : [],
        body.TryGetProperty("changes", out var rows) ? [.. rows.EnumerateArray().SelectMany(Lines)] : [],
        Texts(body).Any(IsSealed));

    private IEnumerable<(string What, string Before, string After)> Lines(JsonElement row)
    {
        // A column may be called like a member of the row (`what` of a body's event): its values are a list, the row's own a text.
        string Own(string name) => row.EnumerateObject().First(member => member.Value.ValueKind == JsonValueKind.String && member.NameEquals(name)).Value.GetString()!;
        var (table, what) = (Own("table"), Own("what"));
        foreach (var member in row.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array))
        {
            var type = _columns.GetValueOrDefault(table)?[member.Name].Select(property => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).FirstOrDefault();
            var values = member.Value.EnumerateArray().Select(value => Said(member.Name, type, value)).ToList();
            var name = FieldNames.Of(table, member.Name);
            yield return what switch
            {
                "added" => (name, "", values[0]),
                "removed" => (name, values[0], ""),
                _ => (name, values[0], values[1]),
            };
        }
    }

    private string Said(string column, Type? type, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "（空）",
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.String => Said(column, type, value.GetString()!),
        JsonValueKind.Array => string.Join("、", value.EnumerateArray().Select(one => Said(column, type, one))),
        JsonValueKind.Object when value.TryGetProperty("length", out var length) => $"（长文，共{length.GetInt32()}个字，各版本另存）",
        _ => value.GetRawText(),
    };

    private string Said(string column, Type? type, string text)
    {
        if (IsSealed(text))
            return _opened.GetValueOrDefault(text, Closed);
        if (Guid.TryParse(text, out var id))
            return _names.GetValueOrDefault(id, $"编号尾号{text[^6..]}");
        return text.Length == 0 ? "（空）" : FieldValues.Said(column, type, text);
    }

    private static bool IsSealed(string text) => text.StartsWith(SealedBegins, StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };
}

/// <summary>一条台账的话.</summary>
/// <param name="Note">说明.</param>
/// <param name="Changes">更改前后.</param>
/// <param name="HasSealed">Whether something in it is personal.</param>
public sealed record SpokenEntry(IReadOnlyList<(string Name, string Value)> Note, IReadOnlyList<(string What, string Before, string After)> Changes, bool HasSealed)
{
    /// <summary>In one cell of a table.</summary>
    public string InOneLine => string.Join("；", Note.Select(one => $"{one.Name}：{one.Value}").Concat(Changes.Select(change => $"{change.What}：{change.Before}→{change.After}")));
}
