using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>旧网站: lines of an imaginary old site, and moving them in.</summary>
internal static class Moving
{
    public static readonly Actor Owner = Actor.System("cli", "命令行（测试）");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Dictionary<string, object?> Line(int number, string? text = null) => new()
    {
        ["external_id"] = $"old-{number}",
        ["title"] = $"关于第{number}批科技项目立项的通知",
        ["text"] = text ?? $"各有关单位：\n\n第{number}批科技项目已经评审，现予公布。",
        ["document_number"] = $"云科字〔2021〕{number}号",
        ["issuer"] = "云泽市科学技术局",
        ["created_on"] = "2021-03-01",
        ["published_on"] = "2021-03-05",
        ["topic"] = "科技、教育\\科技",
        ["column"] = "通知公告",
        ["url"] = $"http://old.example/{number}.html",
    };

    public static Dictionary<string, object?> With(this Dictionary<string, object?> line, string key, object? value)
    {
        line[key] = value;
        return line;
    }

    public static byte[] File(params IEnumerable<Dictionary<string, object?>> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => JsonSerializer.Serialize(line))));

    public static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(content);
        return packed.ToArray();
    }

    /// <summary>Moves a file in; gives the counts and the report, a line each.</summary>
    public static async Task<(ImportTally Tally, IReadOnlyList<JsonElement> Report)> MoveIn(this World world, byte[] file, string? accept = null, string? folder = null, IActor? importer = null, Role voucher = Role.OfficeHead)
    {
        var officer = await world.Officer(Desk.Bureau, voucher);
        await using var report = new StringWriter();
        var tally = await world.Do<MoveDocuments, ImportTally>(move => move.Run(
            new Migration(officer.Body, importer ?? Owner, officer, "old.jsonl") { Folder = folder, AcceptFindings = accept }, new MemoryStream(file), new ImportReport(report), null, Cancel));
        return (tally, [.. report.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]);
    }

    public static Task<Document> Moved(this World world, int number) => world.Db(async db =>
    {
        var id = await db.ImportedItems.Where(item => item.ExternalId == $"old-{number}").Select(item => item.Document).SingleAsync(Cancel);
        return await db.Documents.AsNoTracking().AsSplitQuery().SingleAsync(document => document.Id == id, Cancel);
    });
}
