using System.Text.RegularExpressions;
using Gongkai.Data;
using Gongkai.Formats.Writing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>下载台: public documents as Word and PDF, and bundles (汇编) of them; what was printed once is kept beside the data and may be thrown away.</summary>
public sealed partial class PaperDesk(GongkaiDb db, IFileStore files, PrintQueue queue, TimeProvider clock)
{
    public const int MostInBundle = 100;

    /// <summary>Pictures larger than this are named and not printed.</summary>
    private const int LargestPicture = 8 << 20;

    /// <param name="document">Something everybody may read.</param>
    /// <param name="site">The site's address, without a slash at its end.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<Paper> Lay(Document document, string site, CancellationToken cancel)
    {
        var body = await db.Set<Bodies.Body>().Where(one => one.Id == document.Body).Select(one => one.Name).SingleAsync(cancel);
        return Paper.Of(document, $"{site}/documents/{document.Id.Value}", body, WithPictures(document.Id, document.Shown!), clock.Today());
    }

    public static byte[] Word(Paper paper) => PaperWord.Of(paper);

    public Task<byte[]> Pdf(Paper paper, CancellationToken cancel)
    {
        var html = PaperHtml.Of(paper);
        return queue.Print(html, () => PdfPrinter.Print(html, () => PaperWord.Of(paper)), cancel);
    }

    /// <summary>汇编: printed twice, for the contents page can only name pages that are known.</summary>
    public Task<byte[]> Bundle(string title, IReadOnlyList<Paper> papers, CancellationToken cancel) => queue.Print(
        PaperHtml.Bundle(title, papers, pages: null),
        () =>
        {
            byte[] Print(IReadOnlyList<int>? pages) => PdfPrinter.Print(PaperHtml.Bundle(title, papers, pages), () => throw new Formats.ProgramMissingException("chromium", "生成汇编需要 Chromium，请先安装（Debian：apt-get install chromium）"));
            var first = Print(null);
            return PdfPlaces.Find(first, [.. papers.Select((_, i) => PaperHtml.Anchor(i))]) is { } pages ? Print(pages) : first;
        },
        cancel);

    private string WithPictures(DocumentId id, DocumentVersion version) => Picture().Replace(version.Html, match =>
    {
        var own = match.Groups["id"].Value == $"{id.Value}" && int.TryParse(match.Groups["number"].Value, out var number)
            ? version.Attachments.FirstOrDefault(attachment => attachment.Number == number && attachment.Length <= LargestPicture)
            : null;
        if (own is null || TypeOf(own.Name) is not { } type)
            return "src=\"\"";
        using var content = new MemoryStream();
        using var file = files.Open(own.Shown);
        file.CopyTo(content);
        return $"src=\"data:{type};base64,{Convert.ToBase64String(content.ToArray())}\"";
    });

    private static string? TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        _ => null,
    };

    [GeneratedRegex("src=\"/documents/(?<id>[0-9a-f-]{36})/attachments/(?<number>[0-9]{1,6})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}
