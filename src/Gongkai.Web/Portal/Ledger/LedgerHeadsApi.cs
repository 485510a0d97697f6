using System.Globalization;
using System.Xml;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell;

namespace Gongkai.Web.Portal.Ledger;

/// <summary>每日校验值 for programs: as data, and as a feed that others keep.</summary>
public static class LedgerHeadsApi
{
    /// <summary>Before it nothing of this kind was kept anywhere.</summary>
    public const int FirstYear = 2008;

    private const int MostDays = 366;
    private const int InFeed = 30;
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void MapLedgerHeads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/public/ledger/heads", Send).WithTags("开放数据").RequireRateLimiting(Gates.OpenData).WithName("ledgerHeads")
            .WithSummary("工作台账每天结束时的校验值；from、to 是日期，至多366天，不写时是最近30天，只有已经结束的日子").Produces<IReadOnlyList<DayHead>>().ProducesProblem(400).ProducesProblem(429);
        app.MapGet("/ledger.atom", SendFeed).ExcludeFromDescription();
    }

    private static async Task<IResult> Send(HttpContext http, LedgerDays days, TimeProvider clock, DateOnly? from = null, DateOnly? to = null)
    {
        var latest = clock.Today().AddDays(-1);
        var last = to is { } end && end < latest ? end : latest;
        var first = from ?? last.AddDays(1 - InFeed);
        if (first.Year < FirstYear || last.DayNumber - first.DayNumber >= MostDays)
            return Results.Problem($"请把 from 和 to 定在{MostDays}天以内，不早于{FirstYear}年。", statusCode: StatusCodes.Status400BadRequest);
        return Results.Ok(await days.Heads(first, last, http.RequestAborted));
    }

    private static async Task<IResult> SendFeed(HttpContext http, LedgerDays days, PortalVisit visit, TimeProvider clock)
    {
        var (site, latest) = (Addresses.Of(http.Request), clock.Today().AddDays(-1));
        var heads = await days.Heads(latest.AddDays(1 - InFeed), latest, http.RequestAborted);
        using var bytes = new MemoryStream();
        using (var feed = XmlWriter.Create(bytes))
        {
            feed.WriteStartElement("feed", Atom);
            feed.WriteElementString("title", Atom, $"{visit.SiteName} · 工作台账每日校验值");
            feed.WriteElementString("id", Atom, $"{site}/ledger.atom");
            feed.WriteElementString("updated", Atom, EndOf(heads.Count == 0 ? latest : heads[^1].Day));
            foreach (var head in heads.Reverse())
            {
                feed.WriteStartElement("entry", Atom);
                feed.WriteElementString("title", Atom, $"{head.Day:yyyy-MM-dd} {head.Algorithm} {head.Hash}");
                feed.WriteElementString("id", Atom, $"{site}/ledger#d-{head.Day:yyyy-MM-dd}");
                feed.WriteElementString("updated", Atom, EndOf(head.Day));
                feed.WriteStartElement("link", Atom);
                feed.WriteAttributeString("href", $"{site}/ledger?month={head.Day:yyyy-MM}#d-{head.Day:yyyy-MM-dd}");
                feed.WriteEndElement();
                feed.WriteElementString("summary", Atom, $"到第{head.Number}条");
                feed.WriteEndElement();
            }

            feed.WriteEndElement();
        }

        return Results.Bytes(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static string EndOf(DateOnly day) => Instants.StartOf(day.AddDays(1)).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
