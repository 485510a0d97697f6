using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Data;

namespace Gongkai.Ledgers;

/// <summary>台账: where an operation says what it does. The entry is written by the save that writes the change, or neither is.</summary>
public sealed class Ledger(GongkaiDb db, ActCatalogue acts)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static long s_placeholders;

    /// <summary>Records an act on a thing; what changes in it is added by the save.</summary>
    /// <param name="act">A word of the catalogue.</param>
    /// <param name="by">Who.</param>
    /// <param name="on">What; a row tracked by this database finds its own changes in its entry.</param>
    /// <param name="note">What else is to be known, as an object; personal data only as encrypted text.</param>
    public void Record(Act act, IActor by, IRecordable on, object? note = null) => db.Add(Entry(act, by, on, note));

    /// <summary>An entry that is not saved with what is tracked but handed to <see cref="BulkInsert"/> with what it accounts for.</summary>
    public LedgerEntry Entry(Act act, IActor by, IRecordable on, object? note = null)
    {
        acts.MustKnow(act);
        return new LedgerEntry
        {
            Number = Interlocked.Decrement(ref s_placeholders),
            ActorId = by.ActorId,
            ActorName = by.ActorName,
            BodyId = by.BodyId,
            BodyName = by.BodyName,
            Act = act.Word,
            Kind = on.Kind,
            Key = on.Key,
            About = on,
            Note = note is null ? null : JsonSerializer.SerializeToElement(note, s_json),
        };
    }
}
