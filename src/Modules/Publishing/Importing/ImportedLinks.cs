using Gongkai.Formats;
using Gongkai.Formats.Cleaning;

namespace Gongkai.Publishing;

/// <summary>导入内容中的链接: which leave the site, and which lead to pages of the old one that were not carried over, so that somebody can set them right before the old site goes.</summary>
internal sealed class ImportedLinks
{
    private readonly HashSet<string> _oldHosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int Line, string ExternalId, IReadOnlyList<Uri> Links)> _met = [];

    /// <summary>Where a text leads as it came, links that cleaning takes away among them.</summary>
    /// <param name="html">As it came.</param>
    /// <param name="page">Its own address, by which short ones are read; null when it has none.</param>
    /// <param name="carried">Names of files that come with it.</param>
    public static IReadOnlyList<Uri> In(string html, string? page, IReadOnlyCollection<string> carried)
    {
        if (!html.Contains("href", StringComparison.OrdinalIgnoreCase) && !html.Contains("src", StringComparison.OrdinalIgnoreCase))
            return [];
        var from = Uri.TryCreate(page, UriKind.Absolute, out var own) ? own : null;
        try
        {
            return [.. HtmlLinks.In(html).Select(link => Resolved(from, link.Address)).OfType<Uri>().Where(link => !carried.Contains(Uri.UnescapeDataString(link.Segments[^1]))).DistinctBy(KeyOf)];
        }
        catch (UnreadableFileException)
        {
            return [];
        }
    }

    public void Meet(int line, MovedRecord record, IReadOnlyList<Uri> links)
    {
        if (Uri.TryCreate(record.Url, UriKind.Absolute, out var page) && page.Scheme.StartsWith("http", StringComparison.Ordinal))
            _oldHosts.Add(page.Host);
        if (links.Count > 0)
            _met.Add((line, record.ExternalId, links));
    }

    /// <summary>When all is in: a line for each document that has such links.</summary>
    /// <param name="report">Told.</param>
    /// <param name="addresses">Old addresses of everything that was carried over, now or before; asked for only when there are links.</param>
    public async Task Tell(ImportReport report, Func<Task<List<string>>> addresses)
    {
        if (_met.Count == 0)
            return;
        var carried = (await addresses()).Select(address => Resolved(null, address)).OfType<Uri>().Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (line, externalId, links) in _met)
        {
            var apart = links.ToLookup(link => _oldHosts.Contains(link.Host));
            report.Links(line, externalId, [.. apart[false].Select(link => link.AbsoluteUri)], [.. apart[true].Where(link => !carried.Contains(KeyOf(link))).Select(link => link.AbsoluteUri)]);
        }
    }

    private static Uri? Resolved(Uri? from, string address) =>
        (from is null ? Uri.TryCreate(address, UriKind.Absolute, out var link) : Uri.TryCreate(from, address, out link)) && link.Scheme is ("http" or "https") ? link : null;

    /// <summary>One page under http and https, with and without a slash at its end, is one page.</summary>
    private static string KeyOf(Uri link) => $"{link.Host.ToLowerInvariant()}{link.PathAndQuery.TrimEnd('/')}";
}
