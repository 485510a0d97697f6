using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Ledgers.Chain;

/// <summary>
/// 变更: what a save changes, row by row, before and after, in the form in which it is stored; so what is encrypted there is encrypted
/// here, under the same person's key. Long values are named by length and digest: their own tables keep their versions.
/// </summary>
internal static class ChangeSet
{
    private const int LongValue = 2048;

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each entry with its details: the rows of its own thing, and to the first what belongs to no other.</summary>
    public static IReadOnlyList<(LedgerEntry Entry, string? Body)> Of(GongkaiDb db, IReadOnlyList<LedgerEntry> entries)
    {
        var changes = new Dictionary<LedgerEntry, List<EntityEntry>>();
        var owners = entries.Where(entry => entry.About is not null).GroupBy(entry => (object)entry.About!, ReferenceEqualityComparer.Instance)
            .ToDictionary(group => group.Key!, group => group.First(), ReferenceEqualityComparer.Instance);
        var tracked = db.ChangeTracker.Entries().ToList();
        var keys = tracked.Where(row => owners.ContainsKey(row.Entity) && row.Metadata.FindPrimaryKey() is { Properties.Count: 1 })
            .ToDictionary(row => (row.Metadata.GetRootType(), row.Property(row.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!), row => owners[row.Entity]);

        foreach (var row in tracked)
        {
            if (row.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted) || row.Entity is IRecorded or LedgerDetails || row.Metadata.ReasonWithoutEntry() is not null)
                continue;
            var entry = owners.GetValueOrDefault(row.Entity) ?? Principal(row, keys) ?? entries[0];
            if (!changes.TryGetValue(entry, out var rows))
                changes[entry] = rows = [];
            rows.Add(row);
        }

        return [.. entries.Select(entry => (entry, Body(entry.Note, changes.GetValueOrDefault(entry), Row)))];
    }

    /// <summary>The details of an entry whose rows are all new and were never tracked; the same form.</summary>
    public static string? Of(LedgerEntry entry, IReadOnlyList<NewRow> rows) =>
        Body(entry.Note, rows.Count == 0 ? null : rows, Row);

    private static LedgerEntry? Principal(EntityEntry row, Dictionary<(IEntityType, object), LedgerEntry> keys)
    {
        foreach (var reference in row.Metadata.GetForeignKeys().Where(reference => reference.Properties.Count == 1))
        {
            if (row.Property(reference.Properties[0].Name).CurrentValue is { } key && keys.TryGetValue((reference.PrincipalEntityType.GetRootType(), key), out var entry))
                return entry;
        }

        return null;
    }

    private static string? Body<T>(JsonElement? note, IReadOnlyList<T>? rows, Action<Utf8JsonWriter, T> write)
    {
        if (note is null && rows is null)
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            if (note is { } said)
            {
                json.WritePropertyName("note");
                said.WriteTo(json);
            }

            if (rows is not null)
            {
                json.WriteStartArray("changes");
                foreach (var row in rows)
                    write(json, row);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Row(Utf8JsonWriter json, EntityEntry row)
    {
        json.WriteStartObject();
        json.WriteString("table", row.Metadata.GetTableName());
        json.WriteString("what", row.State switch { EntityState.Added => "added", EntityState.Deleted => "removed", _ => "changed" });
        json.WriteStartObject("key");
        foreach (var property in row.Properties.Where(property => property.Metadata.IsPrimaryKey() && !property.IsTemporary))
        {
            json.WritePropertyName(property.Metadata.GetColumnName());
            Value(json, property.Metadata, property.CurrentValue);
        }

        json.WriteEndObject();
        foreach (var property in row.Properties.Where(property => !property.Metadata.IsPrimaryKey() && !property.Metadata.IsConcurrencyToken && !property.Metadata.IsKeptOutOfLedger() && (row.State != EntityState.Modified || property.IsModified)))
        {
            // [after] of what is new, [before, after] of what changed, [before] of what is gone.
            json.WriteStartArray(property.Metadata.GetColumnName());
            if (row.State != EntityState.Added)
                Value(json, property.Metadata, property.OriginalValue);
            if (row.State != EntityState.Deleted)
                Value(json, property.Metadata, property.CurrentValue);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, NewRow row)
    {
        json.WriteStartObject();
        json.WriteString("table", row.Table);
        json.WriteString("what", "added");
        json.WriteStartObject("key");
        for (var i = 0; i < row.Columns.Count; i++)
        {
            if (!row.Columns[i].IsKey)
                continue;
            json.WritePropertyName(row.Columns[i].Name);
            Stored(json, row.Values[i]);
        }

        json.WriteEndObject();
        for (var i = 0; i < row.Columns.Count; i++)
        {
            if (row.Columns[i] is { IsKey: true } or { IsVersion: true } or { IsKeptOutOfLedger: true })
                continue;
            json.WriteStartArray(row.Columns[i].Name);
            Stored(json, row.Values[i]);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, IProperty property, object? value) =>
        Stored(json, property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value);

    private static void Stored(Utf8JsonWriter json, object? stored)
    {
        switch (stored)
        {
            case null: json.WriteNullValue(); break;
            case string text: Text(json, text); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case byte[] bytes: Text(json, Convert.ToHexStringLower(bytes)); break;
            case DateTime instant: json.WriteStringValue(instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture)); break;
            case DateOnly day: json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case Guid id: json.WriteStringValue(id); break;
            case byte or short or int or long or uint or ushort: json.WriteNumberValue(Convert.ToInt64(stored, CultureInfo.InvariantCulture)); break;
            case decimal amount: json.WriteNumberValue(amount); break;
            case double figure: json.WriteNumberValue(figure); break;
            default: Text(json, Convert.ToString(stored, CultureInfo.InvariantCulture) ?? ""); break;
        }
    }

    private static void Text(Utf8JsonWriter json, string text)
    {
        if (text.Length <= LongValue)
        {
            json.WriteStringValue(text);
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("length", text.Length);
        json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        json.WriteEndObject();
    }
}
