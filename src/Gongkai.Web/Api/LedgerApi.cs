using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Records;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Api;

/// <summary>台账接口.</summary>
public static class LedgerApi
{
    private const int Most = 200;

    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger", List).Requires(Permission.ReadLedger).WithName("listLedger").WithSummary("台账条目，新的在前；下一页用 before=next").Produces<LedgerPage>();
        api.MapGet("/ledger/{number:long}", One).Requires(Permission.ReadLedger).WithName("getLedgerEntry").WithSummary("一条台账：说明和更改前后，用表和列的原名；明细已删除的 details 为空；其中的个人信息是密文，reveal=true 时另给出原文，查看记入台账").Produces<LedgerEntryDetails>();
        api.MapPost("/ledger/export", Export).Requires(Permission.ExportLedger).WithName("exportLedger").WithSummary("导出台账：条件同 listLedger，每行一个 JSON 对象，新的在前；导出记入台账").Produces<string>(StatusCodes.Status200OK, "application/x-ndjson");
        api.MapPost("/ledger/{number:long}/erase", Erase).Requires(Permission.EraseLedger).WithName("eraseLedgerDetails").WithSummary("删除一条台账的明细，写明 reason；条目和杂凑链不变，删除记入台账").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Erase(HttpContext http, GongkaiDb db, EraseEntryDetails erase, long number, EraseInput asked)
    {
        if (!await db.LedgerEntries.AnyAsync(entry => entry.Number == number, http.Cancel))
            throw new NotThereException("没有这一条台账。");
        await erase.Run(number, asked.Reason, http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> One(HttpContext http, GongkaiDb db, Ledger ledger, EntryWords words, ActCatalogue acts, long number, bool reveal = false)
    {
        var entry = await db.LedgerEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Number == number, http.Cancel) ?? throw new NotThereException("没有这一条台账。");
        if (http.Visit.Rules.BodiesFor(http.Visit.Officer, Permission.ReadLedger, http.Visit.Today) is not null)
            http.Demand(Permission.ReadLedger, Guid.TryParse(entry.BodyId, out var body) ? new BodyId(body) : default);
        var details = await db.LedgerDetails.AsNoTracking().SingleOrDefaultAsync(details => details.Number == number, http.Cancel);
        IReadOnlyDictionary<string, string>? revealed = null;
        if (reveal && details is not null)
        {
            ledger.Record(Act.ReadPersonalData, http.Visit.Officer, new Thing(LedgerErasure.EntryKind, $"{number}"));
            await db.SaveChangesAsync(http.Cancel);
            revealed = await words.Opened(details, http.Cancel);
        }

        return Results.Ok(new LedgerEntryDetails(Row(entry, acts), Convert.ToHexStringLower(entry.Previous), details is null ? null : JsonSerializer.Deserialize<JsonElement>(details.Body), details is null && entry.DetailsDigest.Length > 0, revealed));
    }

    /// <summary>What waits to be sent is written as it is read: a ledger of years fits in no memory.</summary>
    private static async Task<IResult> Export(
        HttpContext http, LedgerSheet sheet, ActCatalogue acts, IOptions<JsonOptions> json, string? body = null, string? officer = null, string? act = null, string? kind = null, string? key = null, DateOnly? from = null, DateOnly? until = null)
    {
        var entries = await sheet.Entries(new LedgerFilter(body, officer, act, kind, key, from, until, Before: null), http.Visit, http.Cancel) ?? throw new NotThereException("没有这个机关。");
        return Results.Stream(
            async output =>
            {
                await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(http.Cancel))
                {
                    await JsonSerializer.SerializeAsync(output, Row(entry, acts), json.Value.SerializerOptions, http.Cancel);
                    await output.WriteAsync("\n"u8.ToArray(), http.Cancel);
                }
            },
            "application/x-ndjson",
            $"ledger-{http.Visit.Today:yyyyMMdd}.jsonl");
    }

    private static LedgerRow Row(LedgerEntry entry, ActCatalogue acts) =>
        new(entry.Number, entry.At, entry.ActorName, entry.BodyName, entry.Act, acts.NameOf(entry.Act), entry.Kind, entry.Key, Convert.ToHexStringLower(entry.Hash));

    private static async Task<IResult> List(
        HttpContext http, GongkaiDb db, ActCatalogue acts, string? body = null, string? officer = null, string? act = null, string? kind = null, string? key = null, DateOnly? from = null, DateOnly? until = null, long? before = null, int size = 50)
    {
        var found = new LedgerFilter(body, officer, act, kind, key, from, until, before).Find(db, http.Visit, Permission.ReadLedger) ?? throw new NotThereException("没有这个机关。");
        var rows = await found.Take(Math.Clamp(size, 1, Most)).ToListAsync(http.Cancel);
        return Results.Ok(new LedgerPage(
            [.. rows.Select(entry => Row(entry, acts))],
            rows.Count == 0 ? null : rows[^1].Number));
    }

    internal sealed record EraseInput(string? Reason);

    private sealed record LedgerPage(IReadOnlyList<LedgerRow> Items, long? Next);

    private sealed record LedgerEntryDetails(LedgerRow Entry, string Previous, JsonElement? Details, bool IsErased, IReadOnlyDictionary<string, string>? Revealed);

    private sealed record LedgerRow(long Number, DateTimeOffset At, string Officer, string Body, string Act, string Name, string Kind, string Key, string Hash);
}
