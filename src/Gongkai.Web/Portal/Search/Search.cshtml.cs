using Gongkai.Bodies;
using Gongkai.Search;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Web.Portal.Search;

/// <summary>检索: one box, what it finds, and how to narrow it; the whole question stands in the address, so that it can be kept and sent.</summary>
[EnableRateLimiting(Gates.Search)]
public sealed class SearchModel(ISearch search, PortalVisit visit) : PageModel
{
    private static readonly string[] s_kept = ["q", "match", "body", "level", "kind", "topic", "column", "validity", "year", "from", "to", "sort"];

    private readonly Dictionary<string, string> _asked = [];

    public SearchRequest Wanted { get; private set; } = new();

    public SearchAnswer Answer { get; private set; } = new(0, []);

    /// <summary>What is wrong with the question, or why it cannot be answered now.</summary>
    public string? Refused { get; private set; }

    /// <summary>Nothing was asked yet.</summary>
    public bool IsBlank => _asked.Keys.All(name => name is "body") && !_asked.ContainsKey("q");

    /// <summary>The body whose site this is searched from.</summary>
    public string? BodyName { get; private set; }

    public string Q => Request.Query["q"].ToString();

    public int Pages => (Answer.Total + Wanted.Size - 1) / Math.Max(1, Wanted.Size);

    /// <summary>The conditions that hold, each with the address without it.</summary>
    public IEnumerable<(string Name, string Address)> Conditions =>
        from one in _asked
        where one.Key is "body" or "level" or "kind" or "topic" or "column" or "validity" or "year" or "from" or "to"
        select (NameOf(one.Key, one.Value), Address((one.Key, null)));

    public IEnumerable<(string Key, string Title, IReadOnlyList<FacetValue> Values)> Facets => Answer.Facets is not { } facets ? [] :
    [
        ("body", "机关", facets.Body), ("level", "层级", facets.Level), ("kind", "种类", facets.Kind), ("topic", "主题", facets.Topic), ("column", "栏目", facets.Column), ("from", "公开时间", facets.Recent), ("validity", "有效性", facets.Validity), ("year", "公开年份", facets.Year),
    ];

    public async Task<IActionResult> OnGet()
    {
        foreach (var name in s_kept)
        {
            if (Request.Query[name].ToString() is { Length: > 0 } value)
                _asked[name] = value;
        }

        try
        {
            Wanted = Asked.Read(Request.Query) with { WithFacets = true };
            BodyName = Wanted.Body is { } key && BodyKey.IsPossible(key) && await visit.Enter(key, HttpContext.RequestAborted) ? visit.Body!.ShortName : null;
            if (!IsBlank)
                Answer = await search.Find(Wanted, HttpContext.RequestAborted);
        }
        catch (RefusedException refused)
        {
            Refused = refused.Message;
        }
        catch (IndexMissingException missing)
        {
            Refused = missing.Message;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "10";
        }

        return Page();
    }

    /// <summary>The same question with another value, from its first page.</summary>
    public string Address(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var parts = new Dictionary<string, string?>(_asked.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        foreach (var (name, value) in changes)
            parts[name] = value;
        return QueryHelpers.AddQueryString("/search", parts.Where(part => part.Value is not null));
    }

    /// <summary>订阅 of this search.</summary>
    public string AlertsAddress => $"/alerts{Address(("sort", null))["/search".Length..]}";

    public string FeedAddress => $"/search/feed{Address(("sort", null))["/search".Length..]}";

    /// <summary>Values of the address that the form keeps besides its own fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept => _asked.Where(one => one.Key is not ("q" or "match"));

    /// <summary>栏目 to choose from: those that have something, and the one that is chosen.</summary>
    public IEnumerable<(string Key, string Name)> Columns
    {
        get
        {
            var there = (Answer.Facets?.Column ?? []).Select(one => (one.Key, Name: $"{one.Name}（{one.Count}）")).ToList();
            return _asked.GetValueOrDefault("column") is { } chosen && there.TrueForAll(one => one.Key != chosen) ? there.Prepend((chosen, NameOf("column", chosen))) : there;
        }
    }

    /// <summary>What the fields of column and dates leave as it is.</summary>
    public IEnumerable<KeyValuePair<string, string>> KeptByFields => _asked.Where(one => one.Key is not ("column" or "from" or "to"));

    public string? AskedFor(string name) => _asked.GetValueOrDefault(name);

    /// <summary>The address with a value of a facet, or without it where it is chosen; a beginning that is chosen has no end.</summary>
    public string Choose(string facet, string key) => (facet, IsChosen(facet, key)) switch
    {
        ("from", true) => Address((facet, null)),
        ("from", false) => Address((facet, key), ("to", null)),
        (_, var chosen) => Address((facet, chosen ? null : key)),
    };

    public bool IsChosen(string facet, string key) => _asked.GetValueOrDefault(facet) == key;

    /// <summary>Numbers of the pages that are linked: the first, the last, and those around this one.</summary>
    public IEnumerable<int> Steps() => Enumerable.Range(Wanted.Page - 2, 5).Append(1).Append(Pages).Where(page => page >= 1 && page <= Pages).Distinct().Order();

    private string NameOf(string facet, string value) => Facets.Where(one => one.Key != "from").FirstOrDefault(one => one.Key == facet).Values?.FirstOrDefault(one => one.Key == value)?.Name ?? facet switch
    {
        "body" => BodyName ?? value,
        "from" => $"{value} 起",
        "to" => $"{value} 止",
        "topic" => value.Replace("\\", "·", StringComparison.Ordinal),
        "column" => visit.Columns.Concat(visit.Archived).FirstOrDefault(column => column.Key == value)?.Name ?? Publishing.StandardColumns.Of(value)?.Name ?? value,
        _ => value,
    };
}
