using System.Globalization;
using System.Xml;
using Gongkai.Publishing;

namespace Gongkai.Web.Portal.Feeds;

/// <summary>订阅源 (Atom, RFC 4287): the newest public documents of a body or of all.</summary>
public static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private static readonly TimeSpan s_beijing = TimeSpan.FromHours(8);

    /// <param name="title">Of the feed.</param>
    /// <param name="site">Address of the site, without a slash at its end.</param>
    /// <param name="path">Where the feed stands.</param>
    /// <param name="items">The newest first.</param>
    /// <param name="authorOf">Name of a document's body.</param>
    /// <param name="page">The page it is the feed of; that of its folder where nothing is said.</param>
    public static byte[] Write(string title, string site, string path, IReadOnlyList<ShelfItem> items, Func<ShelfItem, string> authorOf, string? page = null)
    {
        using var bytes = new MemoryStream();
        using (var feed = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, CheckCharacters = false }))
        {
            feed.WriteStartElement("feed", Atom);
            feed.WriteElementString("title", Atom, Plain(title));
            feed.WriteElementString("id", Atom, $"{site}{path}");
            feed.WriteElementString("updated", Atom, Instant(items.Count == 0 ? new DateOnly(2008, 5, 1) : items.Max(item => item.UpdatedOn)));
            Link(feed, "self", "application/atom+xml", $"{site}{path}");
            Link(feed, "alternate", "text/html", $"{site}{page ?? $"{path[..path.LastIndexOf('/')]}/"}");
            foreach (var item in items)
            {
                feed.WriteStartElement("entry", Atom);
                feed.WriteElementString("title", Atom, Plain(item.Title));
                feed.WriteElementString("id", Atom, $"{site}/documents/{item.Id.Value}");
                Link(feed, "alternate", "text/html", $"{site}/documents/{item.Id.Value}");
                feed.WriteElementString("published", Atom, Instant(item.PublishedOn));
                feed.WriteElementString("updated", Atom, Instant(item.UpdatedOn));
                feed.WriteStartElement("author", Atom);
                feed.WriteElementString("name", Atom, Plain(authorOf(item)));
                feed.WriteEndElement();
                feed.WriteElementString("summary", Atom, Plain(item.Summary ?? $"{item.Number} {item.Title}".Trim()));
                feed.WriteEndElement();
            }

            feed.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Link(XmlWriter feed, string relation, string type, string address)
    {
        feed.WriteStartElement("link", Atom);
        feed.WriteAttributeString("rel", relation);
        feed.WriteAttributeString("type", type);
        feed.WriteAttributeString("href", address);
        feed.WriteEndElement();
    }

    private static string Instant(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), s_beijing).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Without what XML cannot hold.</summary>
    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or '\r' or >= 0x20 and not 0xFFFE and not 0xFFFF).Select(rune => rune.ToString()));
}
