using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Formats.Cleaning;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Publishing;

/// <summary>链接检查: whether the links of a text lead where the public can follow: those of this site by the record, those of other sites by asking them, where that is allowed.</summary>
public sealed class LinkCheck(GongkaiDb db, OutsideLinks outside, IOptions<WebhookOptions> site)
{
    private const int MostOutside = 60;
    private const string Advice = "请更正或者删除这个链接";

    /// <summary>Also of the chapters of e-books beside the text, where links lead out of them.</summary>
    internal async Task<IReadOnlyList<DeadLink>> Of(Document document, DocumentVersion version, IReadOnlyList<BookText> books, bool askOutside, CancellationToken cancel)
    {
        var links = Placed("正文", version.Html, version.Text);
        foreach (var chapter in books)
            links.AddRange(Placed(chapter.Where, chapter.Content.Html, chapter.Content.Text).Where(link => link.Address.StartsWith("http", StringComparison.OrdinalIgnoreCase)));
        if (links.Count == 0)
            return [];
        var own = await Own(links, document, version, cancel);
        var foreign = askOutside && outside.AreTried ? await Foreign(links, cancel) : [];
        return [.. own.Concat(foreign).OrderBy(link => link.Where != "正文").ThenBy(link => link.Offset)];
    }

    private static List<PlacedLink> Placed(string where, string html, string text)
    {
        List<PlacedLink> placed = [];
        var from = 0;
        IReadOnlyList<HtmlLink> links;
        try
        {
            links = HtmlLinks.In(html);
        }
        catch (UnreadableFileException)
        {
            return [];
        }

        foreach (var link in links)
        {
            var at = link.Words.Length == 0 ? -1 : text.IndexOf(link.Words, from, StringComparison.Ordinal);
            if (at >= 0)
                from = at + link.Words.Length;
            placed.Add(new PlacedLink(link.Address, link.Words.Length == 0 ? link.Address : link.Words, Math.Max(at, 0), where));
        }

        return placed;
    }

    private async Task<IEnumerable<DeadLink>> Own(List<PlacedLink> links, Document document, DocumentVersion version, CancellationToken cancel)
    {
        var paths = links.Select(link => (Link: link, Path: PathOf(link.Address))).Where(one => one.Path is not null).ToList();
        var wanted = paths.Select(one => OwnAddress.Of(one.Path!).Document).OfType<DocumentId>().Distinct().ToList();
        var keys = paths.Select(one => OwnAddress.Of(one.Path!).Body).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Documents.AsNoTracking().AsSplitQuery().Where(other => wanted.Contains(other.Id)).ToDictionaryAsync(other => other.Id, cancel);
        var bodies = (await db.Bodies.Where(body => keys.Contains(body.Key)).Select(body => body.Key).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from one in paths
               let address = OwnAddress.Of(one.Path!)
               let why = address.IsOffice ? "办公平台的地址，公众打不开；请改为公开页面的地址"
                   : address.Document is { } id ? Fault(id == document.Id ? version : null, known.GetValueOrDefault(id), address.Attachment)
                   : address.Body is { } key && !bodies.Contains(key) ? $"本站没有这个网址；{Advice}"
                   : null
               where why is not null
               select new DeadLink(one.Link.Words, one.Link.Offset, why) { Where = one.Link.Where },
        ];
    }

    /// <param name="self">The version at work, for a link to the text's own files.</param>
    /// <param name="to">What it leads to.</param>
    /// <param name="attachment">A file of it.</param>
    private static string? Fault(DocumentVersion? self, Document? to, int? attachment)
    {
        if (self is null && to is null)
            return $"本站没有这个公开事项；{Advice}";
        if (self is null && !to!.State.IsReadable)
            return to.State.IsGone ? $"所指的公开事项已撤下；{Advice}" : $"所指的公开事项尚未公开（{to.State.Name}），公众打不开；请等它公开后再公开，或者删除链接";
        return attachment is { } number && !(self ?? to!.Shown)!.Attachments.Any(file => file.Number == number) ? $"所指的公开事项没有这个附件；{Advice}" : null;
    }

    private async Task<IEnumerable<DeadLink>> Foreign(List<PlacedLink> links, CancellationToken cancel)
    {
        var foreign = links.Where(link => PathOf(link.Address) is null && Uri.TryCreate(link.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            .Select(link => (Link: link, Address: new Uri(link.Address))).ToList();
        var answers = await outside.Ask([.. foreign.Select(one => one.Address).DistinctBy(OutsideLinks.KeyOf, StringComparer.Ordinal).Take(MostOutside)], cancel);
        return
        [
            .. from one in foreign
               let answer = answers.GetValueOrDefault(OutsideLinks.KeyOf(one.Address))
               where answer is not { IsThere: true }
               select answer is null
                   ? new DeadLink(one.Link.Words, one.Link.Offset, $"没有来得及检查 {one.Address.Host}，请自己打开看看", IsSure: false) { Where = one.Link.Where }
                   : new DeadLink(one.Link.Words, one.Link.Offset, $"{one.Address.Host}：{answer.Why}；{Advice}") { Where = one.Link.Where },
        ];
    }

    /// <summary>The path on this site; null for an address elsewhere, a place on the same page, a mailbox.</summary>
    private string? PathOf(string address)
    {
        if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
            return address;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && Uri.TryCreate(site.Value.SiteAddress, UriKind.Absolute, out var home)
            && string.Equals(uri.Authority, home.Authority, StringComparison.OrdinalIgnoreCase) && uri.Scheme is "http" or "https" ? uri.AbsolutePath : null;
    }

    private sealed record PlacedLink(string Address, string Words, int Offset, string Where);

    /// <summary>本站地址: what a path of this site names.</summary>
    private readonly record struct OwnAddress(bool IsOffice, DocumentId? Document, int? Attachment, string? Body)
    {
        public static OwnAddress Of(string path)
        {
            var parts = path.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (parts is ["documents", var id, ..] && Guid.TryParse(id, out var document))
                return new(false, new DocumentId(document), parts is [_, _, "attachments", var number] && int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var file) ? file : null, null);
            return parts is [] ? default : parts[0] == "office" ? new(true, null, null, null) : BodyKey.Reserved.Contains(parts[0]) ? default : new(false, null, null, parts[0]);
        }
    }
}
