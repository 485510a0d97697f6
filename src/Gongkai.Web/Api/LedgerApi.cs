using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Records;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>台账接口.</summary>
public static class LedgerApi
{
    private const int Most = 200;

    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger", List).Requires(Permission.ReadLedger).WithName("listLedger").WithSummary("台账条目，新的在前；下一页用 before=next").Produces<LedgerPage>();
        api.MapPost("/ledger/{number:long}/erase", Erase).Requires(Permission.EraseLedger).WithName("eraseLedgerDetails").WithSummary("删除一条台账的明细，写明 reason；条目和杂凑链不变，删除记入台账").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Erase(HttpContext http, GongkaiDb db, EraseEntryDetails erase, long number, EraseInput asked)
    {
        if (!await db.LedgerEntries.AnyAsync(entry => entry.Number == number, http.Cancel))
            throw new NotThereException("没有这一条台账。");
        await erase.Run(number, asked.Reason, http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> List(
        HttpContext http, GongkaiDb db, ActCatalogue acts, string? body = null, string? officer = null, string? act = null, string? kind = null, string? key = null, DateOnly? from = null, DateOnly? until = null, long? before = null, int size = 50)
    {
        var found = new LedgerFilter(body, officer, act, kind, key, from, until, before).Find(db, http.Visit, Permission.ReadLedger) ?? throw new NotThereException("没有这个机关。");
        var rows = await found.Take(Math.Clamp(size, 1, Most)).ToListAsync(http.Cancel);
        return Results.Ok(new LedgerPage(
            [.. rows.Select(entry => new LedgerRow(entry.Number, entry.At, entry.ActorName, entry.BodyName, entry.Act, acts.NameOf(entry.Act), entry.Kind, entry.Key, Convert.ToHexStringLower(entry.Hash)))],
            rows.Count == 0 ? null : rows[^1].Number));
    }

    internal sealed record EraseInput(string? Reason);

    private sealed record LedgerPage(IReadOnlyList<LedgerRow> Items, long? Next);

    private sealed record LedgerRow(long Number, DateTimeOffset At, string Officer, string Body, string Act, string Name, string Kind, string Key, string Hash);
}
