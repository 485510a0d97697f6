using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Data;

namespace Gongkai.Ledgers;

/// <summary>台账文件: JSON lines: a head, an entry a line, a foot (docs/ledger.md).</summary>
internal sealed class LedgerFileWriter : IAsyncDisposable
{
    public const string Schema = "gongkai.ledger/1";
    public const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private const int FlushAt = 1 << 16;
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _output;
    private readonly bool _withDetails;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt * 2);
    private readonly Utf8JsonWriter _json;

    public LedgerFileWriter(Stream output, bool withDetails)
    {
        (_output, _withDetails) = (output, withDetails);
        _json = new Utf8JsonWriter(_buffer, s_json);
        _json.WriteStartObject();
        _json.WriteString("schema", Schema);
        _json.WriteBoolean("details", withDetails);
        _json.WriteEndObject();
        EndLine();
    }

    public async Task Write(LedgerEntry entry, LedgerDetails? details, CancellationToken cancel)
    {
        _json.WriteStartObject();
        _json.WriteNumber("number", entry.Number);
        _json.WriteString("at", entry.At.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
        _json.WriteString("actor_id", entry.ActorId);
        _json.WriteString("actor_name", entry.ActorName);
        _json.WriteString("body_id", entry.BodyId);
        _json.WriteString("body_name", entry.BodyName);
        _json.WriteString("act", entry.Act);
        _json.WriteString("kind", entry.Kind);
        _json.WriteString("key", entry.Key);
        _json.WriteString("details_digest", Convert.ToHexStringLower(entry.DetailsDigest));
        _json.WriteString("previous", Convert.ToHexStringLower(entry.Previous));
        _json.WriteString("hash", Convert.ToHexStringLower(entry.Hash));
        _json.WriteString("algorithm", Words.Of(entry.Algorithm));
        if (_withDetails && details is not null)
        {
            _json.WriteString("salt", Convert.ToHexStringLower(details.Salt));
            _json.WriteString("body", details.Body);
        }

        _json.WriteEndObject();
        EndLine();
        if (_buffer.WrittenCount >= FlushAt)
            await Flush(cancel);
    }

    /// <summary>The foot: without it the file has been cut off.</summary>
    public async Task Finish(Chain.Verification found, CancellationToken cancel)
    {
        _json.WriteStartObject();
        _json.WriteNumber("entries", found.Entries);
        _json.WriteString("head", found.Head);
        _json.WriteEndObject();
        EndLine();
        await Flush(cancel);
        await _output.FlushAsync(cancel);
    }

    public ValueTask DisposeAsync() => _json.DisposeAsync();

    private void EndLine()
    {
        _json.Flush();
        _json.Reset();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
    }

    private async Task Flush(CancellationToken cancel)
    {
        await _output.WriteAsync(_buffer.WrittenMemory, cancel);
        _buffer.ResetWrittenCount();
    }
}
