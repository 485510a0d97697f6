using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Portal.Frame;

/// <summary>一次访问: whose pages one is on, for head, foot and side of the page. It asks the database only when told to enter, so an error page has a head too.</summary>
public sealed class PortalVisit(GongkaiDb db, PortalFrames frames, IOptions<PortalOptions> options)
{
    private SiteFooter? _footer;

    public PortalOptions Site => options.Value;

    /// <summary>The body whose pages these are; null on those of the platform.</summary>
    public BodyNode? Body { get; private set; }

    /// <summary>Its columns, those it does not show left out.</summary>
    public IReadOnlyList<CatalogueColumn> Columns { get; private set; } = [];

    /// <summary>归档栏目.</summary>
    public IReadOnlyList<CatalogueColumn> Archived { get; private set; } = [];

    /// <summary>公开指南 as published, from which the foot takes how to reach the office.</summary>
    public GuideVersion? Guide { get; private set; }

    /// <summary>The column one stands in, by its key.</summary>
    public string? Column { get; set; }

    /// <summary>法定主动公开内容: the columns with documents of their own.</summary>
    public IEnumerable<CatalogueColumn> Statutory => Columns.Below(PortalColumns.Statutory);

    /// <summary>栏目组 outside the statutory content, with columns of their own: 机关概况、政务动态 ….</summary>
    public IEnumerable<CatalogueColumn> Areas => Columns.Where(column => column is { Content: ColumnContent.Columns, Parent: null, Key: not PortalColumns.Statutory });

    public string SiteName => Site.Name;

    /// <summary>主办单位.</summary>
    public string? Sponsor => _footer?.Sponsor ?? Body?.Name ?? Site.Sponsor;

    /// <summary>承办单位.</summary>
    public string? Undertaker => _footer?.Undertaker ?? (Body is null ? Site.Undertaker : null);

    /// <summary>网站标识码.</summary>
    public string? IdCode => _footer?.IdCode ?? Site.IdCode;

    /// <summary>ICP备案号.</summary>
    public string? Icp => _footer?.Icp ?? Site.Icp;

    /// <summary>公安机关备案号.</summary>
    public string? Police => _footer?.Police ?? Site.Police;

    /// <summary>联系方式.</summary>
    public string? Contact => _footer?.Contact is { } own ? own : Guide is null ? Site.Contact : string.Join(" · ", new[] { Guide.Phone, Guide.Address }.Where(one => !string.IsNullOrWhiteSpace(one)));

    /// <summary>Whether there is such a body; from then on the page is its own.</summary>
    public async Task<bool> Enter(string key, CancellationToken cancel) => Take((await Tree(cancel)).Find(key)) && await Furnish(cancel);

    public async Task<bool> Enter(BodyId body, CancellationToken cancel) => Take((await Tree(cancel)).Find(body)) && await Furnish(cancel);

    public Task<BodyTree> Tree(CancellationToken cancel) => frames.Tree(db, cancel);

    private bool Take(BodyNode? body)
    {
        Body = body is { Kind: BodyKind.Operator } ? null : body;
        return Body is not null;
    }

    private async Task<bool> Furnish(CancellationToken cancel)
    {
        (Columns, Archived, Guide, _footer) = await frames.Of(db, Body!.Id, cancel);
        return true;
    }
}
