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

    public static void MapLedger(this IEndpointRouteBuilder api) =>
        api.MapGet("/ledger", List).Requires(Permission.ReadLedger).WithName("listLedger").WithSummary("台账条目，新的在前；下一页用 before=next").Produces<LedgerPage>();

    private static async Task<IResult> List(
        HttpContext http, GongkaiDb db, ActCatalogue acts, string? body = null, string? officer = null, string? act = null, string? kind = null, string? key = null, DateOnly? from = null, DateOnly? until = null, long? before = null, int size = 50)
    {
        var found = new LedgerFilter(body, officer, act, kind, key, from, until, before).Find(db, http.Visit, Permission.ReadLedger) ?? throw new NotThereException("没有这个机关。");
        var rows = await found.Take(Math.Clamp(size, 1, Most)).ToListAsync(http.Cancel);
        return Results.Ok(new LedgerPage(
            [.. rows.Select(entry => new LedgerRow(entry.Number, entry.At, entry.ActorName, entry.BodyName, entry.Act, acts.NameOf(entry.Act), entry.Kind, entry.Key, Convert.ToHexStringLower(entry.Hash)))],
            rows.Count == 0 ? null : rows[^1].Number));
    }

    private sealed record LedgerPage(IReadOnlyList<LedgerRow> Items, long? Next);

    private sealed record LedgerRow(long Number, DateTimeOffset At, string Officer, string Body, string Act, string Name, string Kind, string Key, string Hash);
}
