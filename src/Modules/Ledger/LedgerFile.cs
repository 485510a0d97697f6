using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Ledgers.Chain;

namespace Gongkai.Ledgers;

/// <summary>台账文件验证: proves an export from the file alone, on any machine, for somebody who trusts nobody here.</summary>
public static class LedgerFile
{
    /// <param name="file">The export.</param>
    /// <param name="head">A hash that was published; null to leave that out.</param>
    /// <param name="cancel">To stop.</param>
    /// <exception cref="FormatException">It is no export of a ledger, or it has been cut off.</exception>
    public static async Task<Verification> Verify(Stream file, byte[]? head, CancellationToken cancel)
    {
        using var lines = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
        var check = new ChainCheck(Head(await lines.ReadLineAsync(cancel)), head);
        var last = 0L;
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            using var json = Parse(line, last + 2);
            if (json.RootElement.TryGetProperty("entries", out var entries))
                return Foot(json.RootElement, entries, check.Finish(), last);
            var row = Row(json.RootElement, last + 2);
            check.Take(row);
            last = row.Number;
        }

        throw new FormatException($"文件在第{last}条之后被截断：没有结尾行");
    }

    private static bool Head(string? line)
    {
        try
        {
            using var json = JsonDocument.Parse(line ?? "");
            if (json.RootElement.GetProperty("schema").GetString() == LedgerFileWriter.Schema)
                return json.RootElement.GetProperty("details").GetBoolean();
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Said below.
        }

        throw new FormatException($"这不是台账导出文件（{LedgerFileWriter.Schema}）");
    }

    private static JsonDocument Parse(string line, long number)
    {
        try
        {
            var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new FormatException($"第{number}行不是JSON对象");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"第{number}行不是JSON", problem);
        }
    }

    /// <summary>The chain may hold and yet have lost its end: then the foot, which names it, does not fit.</summary>
    private static Verification Foot(JsonElement foot, JsonElement entries, Verification found, long last)
    {
        if (!entries.TryGetInt64(out var count) || !foot.TryGetProperty("head", out var named) || named.GetString() is not { } end)
            throw new FormatException("结尾行不完整");
        if (!found.Holds || (count == last && end == found.Head))
            return found;
        return found with { FirstBroken = new BrokenLink(last + 1, LinkFault.Missing, $"结尾行说共{count}条，文件里只到第{last}条") };
    }

    private static ChainRow Row(JsonElement line, long at)
    {
        if (!line.TryGetProperty("number", out var named) || !named.TryGetInt64(out var number))
            throw new FormatException($"第{at}行没有条目编号");
        try
        {
            var entry = new LedgerEntry
            {
                Number = number,
                At = DateTimeOffset.ParseExact(Text("at"), LedgerFileWriter.Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                ActorId = Text("actor_id"),
                ActorName = Text("actor_name"),
                BodyId = Text("body_id"),
                BodyName = Text("body_name"),
                Act = Text("act"),
                Kind = Text("kind"),
                Key = Text("key"),
                DetailsDigest = Convert.FromHexString(Text("details_digest")),
                Previous = Convert.FromHexString(Text("previous")),
                Hash = Convert.FromHexString(Text("hash")),
                Algorithm = Words.Parse<HashKind>(Text("algorithm")),
            };
            return new ChainRow(number, entry, line.TryGetProperty("salt", out var salt) ? new LedgerDetails { Number = number, Salt = Convert.FromHexString(salt.GetString() ?? ""), Body = Text("body") } : null, null);
        }
        catch (Exception problem) when (problem is FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return new ChainRow(number, null, null, $"无法读取：{problem.Message}");
        }

        string Text(string name) => line.GetProperty(name).GetString() ?? throw new FormatException($"{name} 为空");
    }
}
